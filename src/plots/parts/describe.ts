import type { Trace } from '../../engine/types';
import { at } from '../geometry/at';
import { formatNumber } from '../geometry/numbers';

/** Significant digits worth reading: float32 has seven, and more would be rounding noise shown as fact. */
const digitsOf = (trace: Trace): number => (trace.engine === 'float64' ? 10 : 7);

/** Name and value of every parameter at a row, and the loss under the name given. */
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
export const spoken = (label: string, lines: readonly (readonly [string, string])[]): string =>
  [label, ...lines.map(([name, value]) => `${name} ${value}`)].join(', ');
