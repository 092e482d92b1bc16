import { problems, type DataProblem } from '../../catalogue';
import { excerpt } from './faults';
import type { Table } from './table';

/** Why a model is not offered for the chosen columns. */
export type Obstacle =
  | { readonly code: 'features'; readonly min: number; readonly max: number; readonly found: number }
  | { readonly code: 'empty' }
  | { readonly code: 'words'; readonly text: string; readonly line: number }
  | { readonly code: 'oneValue'; readonly text: string }
  | {
      readonly code: 'thirdValue';
      readonly text: string;
      readonly line: number;
      readonly first: string;
      readonly second: string;
    };

export const obstacleCodes = [
  'features',
  'empty',
  'words',
  'oneValue',
  'thirdValue',
] as const satisfies readonly Obstacle['code'][];

export interface ModelOffer {
  /** Models that suit, the likeliest first. */
  readonly offered: readonly DataProblem[];
  readonly refused: readonly { readonly model: DataProblem; readonly why: Obstacle }[];
}

/** Which models of the catalogue fit a target to this number of features, and why the others do not. */
export function modelOffer(table: Table, features: number, target: number): ModelOffer {
  const column = table.columns[target];
  const takesData = problems.filter((problem) => problem.kind === 'data' && problem.features !== null) as DataProblem[];
  const judged = takesData.map((model) => ({ model, why: obstacleOf(model, table, features, target) }));
  const offered = judged.filter(({ why }) => why === null).map(({ model }) => model);
  // A number of two values is more often a class, unless there are only two rows.
  const prefersClasses = column?.values.length === 2 && table.rows.length > 2;
  const rank = (model: DataProblem) => Number((model.target === 'class') !== prefersClasses);
  return {
    offered: offered.sort((one, other) => rank(one) - rank(other)),
    refused: judged.flatMap(({ model, why }) => (why ? [{ model, why }] : [])),
  };
}

function obstacleOf(
  { target: kind, features: range }: DataProblem,
  table: Table,
  found: number,
  target: number,
): Obstacle | null {
  const column = table.columns[target];
  if (!column || !range) return null;
  const [first, second, third] = column.values;
  if (!first) return { code: 'empty' };
  if (kind === 'number' && !column.isNumeric) {
    const { text, line } = column.word ?? first;
    return { code: 'words', text: excerpt(text), line };
  }
  if (kind === 'class' && !second) return { code: 'oneValue', text: excerpt(first.text) };
  if (kind === 'class' && second && third)
    return {
      code: 'thirdValue',
      text: excerpt(third.text),
      line: third.line,
      first: excerpt(first.text),
      second: excerpt(second.text),
    };
  return found < range.min || found > range.max ? { code: 'features', ...range, found } : null;
}

/** The last column of varying numbers or of two words; else the last that is numeric or has two values; else the last. */
export function likelyTarget({ columns }: Table): number {
  const can = columns.findLastIndex(
    ({ kind, values }) => kind === 'numbers' || (kind === 'words' && values.length === 2),
  );
  const could = columns.findLastIndex(({ isNumeric, values }) => isNumeric || values.length === 2);
  return can !== -1 ? can : could === -1 ? columns.length - 1 : could;
}

/**
 * The name of the file's last named column, where that is empty: it would have been the target, which another column now is
 * instead. Null where it is not.
 */
export function emptyTarget({ columns, leftOut }: Table): string | null {
  const filled = columns.map(({ at, name, values }) => ({ at, name, isEmpty: values.length === 0 }));
  const empty = leftOut.empty.map((column) => ({ ...column, isEmpty: true }));
  const last = [...filled, ...empty].sort((one, other) => one.at - other.at).findLast(({ name }) => name !== '');
  return last?.isEmpty ? last.name : null;
}

/** The columns that are features at first: numbers that vary, and no row numbers or identifiers; as many as models take. */
export const likelyFeatures = ({ columns }: Table, target: number): readonly number[] =>
  columns.flatMap(({ kind }, index) => (kind === 'numbers' && index !== target ? [index] : [])).slice(0, mostFeatures);

/** The most features that any model takes. */
export const mostFeatures = Math.max(
  ...problems.map((problem) => (problem.kind === 'data' && problem.features?.max) || 0),
);
