import { useState, type ReactNode } from 'react';
import { useColours, type ColourOf } from '../paint/useColours';
import { useFrame, type Frame } from './useFrame';
import './plot.css';

export interface PlotProps {
  /** What a screen reader calls the plot. */
  readonly label: string;
  readonly children: (frame: Frame, colour: ColourOf) => ReactNode;
}

/** The room of a plot: fills its parent, and draws nothing until it knows its size and colours. */
export function Plot({ label, children }: PlotProps) {
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const frame = useFrame(element);
  const colour = useColours(element);
  return (
    <div ref={setElement} className="plot" role="group" aria-label={label}>
      {frame && colour && children(frame, colour)}
    </div>
  );
}
