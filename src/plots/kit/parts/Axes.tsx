import { memo, type ReactNode, type SVGProps } from 'react';
import type { Box } from '../geometry/clip';
import type { Tick } from '../geometry/ticks';
import './axes.css';

export interface AxesProps {
  readonly box: Box;
  readonly x: readonly PlacedTick[];
  readonly y: readonly PlacedTick[];
  readonly xTitle: ReactNode;
  readonly yTitle: ReactNode;
  /** Quiet words in the lower left corner, e.g. what is held fixed. */
  readonly note?: string | undefined;
  /** Titles that name a quantity of a formula stand in italics, as mathematics does. */
  readonly mathematics?: 'x' | 'both';
  /**
   * Where the title of the x axis stands: over its end, inside; beside it, where there is room; or below its numbers.
   * Below and long are for titles of any length: that of the y axis then begins at the edge of the plot, or at its axis. A
   * long one is inside, with the note over it.
   */
  readonly titles?: 'inside' | 'long' | 'beside' | 'below';
}

export interface PlacedTick extends Tick {
  /** Pixels from the left or from the top. */
  readonly at: number;
}

/** Hairlines, ticks and titles around a plot. */
export const Axes = memo(function Axes({ box, x, y, xTitle, yTitle, note, mathematics, titles = 'inside' }: AxesProps) {
  const xClass = mathematics ? 'plot-title plot-math' : 'plot-title';
  const yClass = mathematics === 'both' ? 'plot-title plot-math' : 'plot-title';
  return (
    <g className="plot-axes">
      <path d={`M${box.left} ${box.top}V${box.bottom}H${box.right}`} className="plot-hairline" />
      {x.map((tick) => (
        <g key={tick.value} transform={`translate(${tick.at} ${box.bottom})`}>
          <path d="M0 0V4" className="plot-hairline" />
          <text y="0.4em" dy="0.9em" textAnchor="middle">
            {tick.label}
          </text>
        </g>
      ))}
      {y.map((tick) => (
        <g key={tick.value} transform={`translate(${box.left} ${tick.at})`}>
          <path d="M0 0H-4" className="plot-hairline" />
          <text x="-0.6em" dy="0.33em" textAnchor="end">
            {tick.label}
          </text>
        </g>
      ))}
      <text className={xClass} {...xTitlePlace[titles](box)}>
        {xTitle}
      </text>
      {titles === 'below' || titles === 'long' ? (
        <text className={yClass} x={titles === 'long' ? box.left : 2} y={box.top} dy="-0.95em">
          {yTitle}
        </text>
      ) : (
        <text className={yClass} x={box.left} y={box.top} dx="-0.6em" dy="-0.75em" textAnchor="end">
          {yTitle}
        </text>
      )}
      {note && (
        <text className="plot-title" x={box.left + 6} y={box.bottom - 6} dy={titles === 'long' ? '-1.3em' : undefined}>
          {note}
        </text>
      )}
    </g>
  );
});

const xTitlePlace: Readonly<Record<NonNullable<AxesProps['titles']>, (box: Box) => SVGProps<SVGTextElement>>> = {
  inside: ({ right, bottom }) => ({ x: right - 6, y: bottom - 6, textAnchor: 'end' }),
  long: ({ right, bottom }) => ({ x: right - 6, y: bottom - 6, textAnchor: 'end' }),
  beside: ({ right, bottom }) => ({ x: right, dx: '2em', y: bottom, dy: '1.3em' }),
  below: ({ right, bottom }) => ({ x: right, y: bottom, dy: '2.7em', textAnchor: 'end' }),
};
