import { sweepMeasures } from '../../experiment/core/types';
import { emptyMeasures } from './measures';
import type { SweepMeasure, SweepPart, SweepRequest, SweepResult } from './types';

/** The measures that a sweep is asked for. */
export const measuresAsked = ({ only }: Pick<SweepRequest, 'only'>): readonly SweepMeasure[] =>
  only ? [only] : sweepMeasures;

/** What is new of a grid of which `first` rows were told before: some measures of the rows since. */
export function partOf({ measures, ...grid }: SweepResult, first: number, asked: readonly SweepMeasure[]): SweepPart {
  const rows = (values: Float32Array) => values.slice(first * grid.width, grid.done * grid.width);
  return { ...grid, first, measures: Object.fromEntries(asked.map((name) => [name, rows(measures[name])])) };
}

/**
 * Puts the grids of a sweep together from their parts. What has been told stays where it is: handing a growing picture
 * over as a whole, many times a second, keeps the page busy with nothing else.
 */
export class SweepAssembly {
  private measures = emptyMeasures(0);

  /** The grid so far. Its arrays are those that later parts of the same grid grow into. */
  add({ first, measures, ...grid }: SweepPart): SweepResult {
    if (first === 0) this.measures = emptyMeasures(grid.width * grid.height);
    for (const name of sweepMeasures) this.measures[name].set(measures[name] ?? [], first * grid.width);
    return { ...grid, measures: this.measures };
  }
}
