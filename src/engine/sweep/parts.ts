import { sweepMeasures } from '../../experiment/core/types';
import { emptyMeasures } from './measures';
import type { SweepMeasure, SweepPart, SweepRequest, SweepResult } from './types';

/** The measures that a request asks for. */
export const measuresAsked = ({ only }: Pick<SweepRequest, 'only'>): readonly SweepMeasure[] =>
  only ? [only] : sweepMeasures;

/** The rows of a grid from `first` on, with the measures that were asked for. */
export function partOf({ measures, ...grid }: SweepResult, first: number, asked: readonly SweepMeasure[]): SweepPart {
  const rows = (values: Float32Array) => values.slice(first * grid.width, grid.done * grid.width);
  return { ...grid, first, measures: Object.fromEntries(asked.map((name) => [name, rows(measures[name])])) };
}

/**
 * Assembles the grids of a sweep from their parts. Rows are copied once: sending the whole growing grid several times a
 * second would keep the page busy.
 */
export class SweepAssembly {
  private measures = emptyMeasures(0);

  /** The grid so far. Later parts of the same grid are written into the same arrays. */
  add({ first, measures, ...grid }: SweepPart): SweepResult {
    if (first === 0) this.measures = emptyMeasures(grid.width * grid.height);
    for (const name of sweepMeasures) this.measures[name].set(measures[name] ?? [], first * grid.width);
    return { ...grid, measures: this.measures };
  }
}
