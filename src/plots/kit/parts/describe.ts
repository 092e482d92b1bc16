import { coordinateAlong } from '../../../engine/view/projection';
import type { Trace } from '../../../engine/trace/types';
import type { View } from '../../../engine/view/types';
import { at } from '../geometry/at';
import { formatNumber } from '../geometry/numbers';

/** Significant digits to show: float32 has seven, and further ones would be rounding error. */
const digitsOf = (trace: Trace): number => (trace.engine === 'float64' ? 10 : 7);

/** Up to this many parameters are listed one by one; if there are more, only the coordinates on the plot are. */
const MOST_READ = 4;

/**
 * Name and value of the coordinates along the axes of a view, whose names are `names` (left out where every parameter
 * follows and the axes are parameters), of every parameter if there are few, and of the loss, named `lossName`.
 */
export function coordinatesAt(
  trace: Trace,
  { kind, axes }: View,
  names: readonly string[],
  run: number,
  row: number,
  lossName: string,
): (readonly [string, string])[] {
  const lines = linesAt(trace, run, row, lossName);
  const count = trace.parameters.length;
  const isFew = count <= MOST_READ;
  if (isFew && kind !== 'principal') return lines;
  const params = trace.runs[run]?.params ?? [];
  const along = axes.map(
    (axis, k) => [names[k] ?? '', formatNumber(coordinateAlong(axis, params, row * count), digitsOf(trace))] as const,
  );
  return [...along, ...(isFew ? lines : lines.slice(-1))];
}

/** Name and value of every parameter at a row, then of the loss, named `lossName`. */
export function linesAt(trace: Trace, run: number, row: number, lossName: string): (readonly [string, string])[] {
  const { params, loss } = trace.runs[run] ?? { params: [], loss: [] };
  const digits = digitsOf(trace);
  const count = trace.parameters.length;
  return [
    ...trace.parameters.map((name, i) => [name, formatNumber(at(params, row * count + i), digits)] as const),
    [lossName, formatNumber(at(loss, row), digits)],
  ];
}

/** The same lines as one sentence, for screen readers. */
export const asSentence = (label: string, lines: readonly (readonly [string, string])[]): string =>
  [label, ...lines.map(([name, value]) => `${name} ${value}`)].join(', ');
