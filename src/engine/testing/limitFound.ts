import type { Run } from '../../experiment/core/types';
import { custom, descent, runInFloat64 } from './experiments';

/** Curvature of the parabola on which limits are measured. */
export const L = 3;
export const parabola = custom(`${L / 2}*x^2`, 'x');
const STEPS = 4000;

/** The rate above which runs no longer converge, by bisection on float64 runs, without any theory. */
export function limitFound(run: Run, start: number): number {
  const settles = (lr: number) => {
    const { params, rows } = runInFloat64(descent(parabola, [start], STEPS, { ...run, hyper: { ...run.hyper, lr } }));
    const size = (from: number, to: number) => Math.max(...params.slice(from, to).map(Math.abs));
    // A run that outgrew float64 is shorter; an oscillation is measured over a stretch of it, not at one step.
    // An adaptive rule that has grown to the size of its eps may shrink again: it had not settled all the same.
    return rows > STEPS && size(rows - 200, rows) < size(200, 400) && size(0, rows) < 1e60 * start;
  };
  let [low, high] = [0, 1];
  while (settles(high)) [low, high] = [high, 2 * high];
  for (let i = 0; i < 14; i += 1) {
    const middle = (low + high) / 2;
    [low, high] = settles(middle) ? [middle, high] : [low, middle];
  }
  return (low + high) / 2;
}
