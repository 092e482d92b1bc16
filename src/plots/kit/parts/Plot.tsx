import { useState, type ReactNode } from 'react';
import { useColours, type ColourOf } from '../paint/useColours';
import { useFrame, type Frame } from './useFrame';
import './plot.css';

export interface PlotProps {
  /** What a screen reader calls the plot. */
  readonly label: string;
  readonly children: (frame: Frame, colourOf: ColourOf) => ReactNode;
}

/** The outermost element of a plot: fills its parent, and is empty until its size and colours are known. */
export function Plot({ label, children }: PlotProps) {
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const frame = useFrame(element);
  const colourOf = useColours(element);
  return (
    <div ref={setElement} className="plot" role="group" aria-label={label}>
      {frame && colourOf && children(frame, colourOf)}
    </div>
  );
}
