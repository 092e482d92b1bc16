import type { ExperimentJson } from '../../experiment';

/** A number, a word, or null where there is no value. */
export type Cell = number | string | null;

export interface Column {
  readonly name: string;
  /** In what it is counted or measured; `1` for a number without a unit. */
  readonly unit: string;
  /** One sentence. */
  readonly about: string;
}

/** Numbers of the page with everything that is needed to understand and to repeat them. In English, as programs are. */
export interface DataTable {
  readonly kind: 'trace' | 'sweep' | 'step';
  /** Facts in the order in which they are written: engine, loss, outcomes. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly experiment: ExperimentJson;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}
