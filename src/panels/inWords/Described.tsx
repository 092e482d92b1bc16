import { useId, type ReactNode } from 'react';
import { PlotDescription } from '../../plots/kit/parts/plotDescription';

interface DescribedProps {
  /** What the plot shows, as sentences. */
  readonly words: ReactNode;
  /** The plot. */
  readonly children: ReactNode;
}

/** A plot with the same in words, for screen readers: beside it, and as the description of its input area. */
export function Described({ words, children }: DescribedProps) {
  const id = useId();
  return (
    <PlotDescription value={id}>
      {children}
      <p id={id} className="visually-hidden">
        {words}
      </p>
    </PlotDescription>
  );
}
