import { memo } from 'react';
import type { Box } from '../geometry/clip';
import type { Tick } from '../geometry/ticks';

export interface AxesProps {
  readonly box: Box;
  readonly x: readonly PlacedTick[];
  readonly y: readonly PlacedTick[];
  readonly xTitle: string;
  readonly yTitle: string;
  /** Quiet words in the lower left corner, e.g. what is held fixed. */
  readonly note?: string | undefined;
  /** Titles that name a quantity of a formula stand in italics, as mathematics does. */
  readonly mathematics?: 'x' | 'both';
  /** Where there is room beside the axis, its title stands at its end; otherwise over its end, inside. */
  readonly xTitleBeside?: boolean;
}

export interface PlacedTick extends Tick {
  /** Pixels from the left or from the top. */
  readonly at: number;
}

/** Hairlines, ticks and titles around a plot. */
export const Axes = memo(function Axes({ box, x, y, xTitle, yTitle, note, mathematics, xTitleBeside = false }: AxesProps) {
  const xClass = mathematics ? 'plot-title plot-math' : 'plot-title';
  const yClass = mathematics === 'both' ? 'plot-title plot-math' : 'plot-title';
  return (
    <g className="plot-axes">
      <path d={`M${box.left} ${box.top}V${box.bottom}H${box.right}`} className="plot-hairline" />
      {x.map((tick) => (
        <g key={tick.value} transform={`translate(${tick.at} ${box.bottom})`}>
          <path d="M0 0V4" className="plot-hairline" />
          <text y="0.4em" dy="0.9em" textAnchor="middle">{tick.label}</text>
        </g>
      ))}
      {y.map((tick) => (
        <g key={tick.value} transform={`translate(${box.left} ${tick.at})`}>
          <path d="M0 0H-4" className="plot-hairline" />
          <text x="-0.6em" dy="0.33em" textAnchor="end">{tick.label}</text>
        </g>
      ))}
      {xTitleBeside ? (
        <text className={xClass} x={box.right} dx="2em" y={box.bottom} dy="1.3em">{xTitle}</text>
      ) : (
        <text className={xClass} x={box.right - 6} y={box.bottom - 6} textAnchor="end">{xTitle}</text>
      )}
      <text className={yClass} x={box.left} y={box.top} dx="-0.6em" dy="-0.75em" textAnchor="end">{yTitle}</text>
      {note && <text className="plot-title" x={box.left + 6} y={box.bottom - 6}>{note}</text>}
    </g>
  );
});
