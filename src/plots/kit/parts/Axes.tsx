import { memo, type ReactNode, type SVGProps } from 'react';
import type { Box } from '../geometry/clip';
import { textWidth } from '../geometry/textWidth';
import { withIndex } from '../geometry/withIndex';
import type { Tick } from '../geometry/ticks';
import { useTickLabel } from './digits';
import './axes.css';

export interface AxesProps {
  readonly box: Box;
  readonly x: readonly PlacedTick[];
  readonly y: readonly PlacedTick[];
  readonly xTitle: ReactNode;
  readonly yTitle: ReactNode;
  /** A remark in the lower left corner, such as the held values. */
  readonly note?: string | undefined;
  /** Which titles are symbols of a formula, and therefore italic. */
  readonly mathematics?: 'x' | 'both';
  /**
   * Where the titles are. `inside`: that of the x axis inside the plot, over the end of the axis. `long`: the same, with the
   * note above it and the title of the y axis beginning at that axis. `beside`: that of the x axis right of its end.
   * `below`: that of the x axis below its numbers, that of the y axis from the left edge of the plot. Titles of any
   * length fit with `long` and `below`.
   */
  readonly titles?: 'inside' | 'long' | 'beside' | 'below';
}

export interface PlacedTick extends Tick {
  /** Pixels from the left or from the top. */
  readonly at: number;
}

const asSymbol = (title: ReactNode): ReactNode => (typeof title === 'string' ? withIndex(title) : title);

/** The axes of a plot: lines, ticks and titles. */
export const Axes = memo(function Axes({ box, x, y, xTitle, yTitle, note, mathematics, titles = 'inside' }: AxesProps) {
  const labelOf = useTickLabel('tspan');
  const xClass = mathematics ? 'plot-title plot-math' : 'plot-title';
  const yText = mathematics === 'both' ? asSymbol(yTitle) : yTitle;
  const yClass = mathematics === 'both' ? 'plot-title plot-math' : 'plot-title';
  return (
    <g className="plot-axes">
      <path d={`M${box.left} ${box.top}V${box.bottom}H${box.right}`} className="plot-hairline" />
      {x.map((tick) => (
        <g key={tick.value} transform={`translate(${tick.at} ${box.bottom})`}>
          <path d="M0 0V4" className="plot-hairline" />
          <text y="0.4em" dy="0.9em" textAnchor="middle">
            {labelOf(tick)}
          </text>
        </g>
      ))}
      {y.map((tick) => (
        <g key={tick.value} transform={`translate(${box.left} ${tick.at})`}>
          <path d="M0 0H-4" className="plot-hairline" />
          <text x="-0.6em" dy="0.33em" textAnchor="end">
            {labelOf(tick)}
          </text>
        </g>
      ))}
      <text className={xClass} {...xTitlePosition[titles](box)}>
        {mathematics ? asSymbol(xTitle) : xTitle}
      </text>
      {titles === 'below' || titles === 'long' ? (
        <text className={yClass} x={titles === 'long' ? box.left : 2} y={box.top} dy="-0.95em">
          {yText}
        </text>
      ) : (
        <text className={yClass} y={box.top} dy="-0.75em" {...yTitlePosition(yTitle, box)}>
          {yText}
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

/** It ends at the axis or, where it is too long for the room beside it, begins at the edge of the plot. */
const yTitlePosition = (title: ReactNode, { left }: Box): SVGProps<SVGTextElement> =>
  typeof title === 'string' && textWidth(title, 'tick', TYPE) > left - TYPE / 2
    ? { x: 2 }
    : { x: left, dx: '-0.6em', textAnchor: 'end' };

/** Pixels of a rem, roughly: a title is long or short by more than the page's type varies. */
const TYPE = 16;

/** Size of a title, in rem; and how far right of the end of its axis it stands with `beside`, in its own size. */
const TITLE_SIZE = 0.75;
const GAP_BESIDE = 2;

/** Room that the title of an x axis takes right of it with `beside`, in pixels. */
export const widthBesideAxis = (title: string, rem: number): number =>
  GAP_BESIDE * TITLE_SIZE * rem + textWidth(title, 'tick', rem);

const xTitlePosition: Readonly<Record<NonNullable<AxesProps['titles']>, (box: Box) => SVGProps<SVGTextElement>>> = {
  inside: ({ right, bottom }) => ({ x: right - 6, y: bottom - 6, textAnchor: 'end' }),
  long: ({ right, bottom }) => ({ x: right - 6, y: bottom - 6, textAnchor: 'end' }),
  beside: ({ right, bottom }) => ({ x: right, dx: `${GAP_BESIDE}em`, y: bottom, dy: '1.3em' }),
  below: ({ right, bottom }) => ({ x: right, y: bottom, dy: '2.7em', textAnchor: 'end' }),
};
