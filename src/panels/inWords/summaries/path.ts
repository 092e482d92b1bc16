import { pointAtRow, rowAt } from '../../../engine/trace/rows';
import type { RunTrace, Trace } from '../../../engine/trace/types';
import type { RunStyle } from '../../../plots/kit/types';
import type { Aids, HeardCurve, NumberTable, Summarize } from '../summary';
import { heardScale } from './heardScale';
import { milestones } from './milestones';

export interface PathShown {
  readonly trace: Trace | null;
  readonly styles: readonly RunStyle[];
  readonly minima: readonly (readonly number[])[];
  /** For each run, what its rule has drawn beside the path; undefined where there is nothing. */
  readonly drawn: readonly (string | undefined)[];
}

/** Up to this many parameters a point is said by all of its coordinates; of more, how far it is from the start. */
const MOST_SAID = 4;

type Point = ArrayLike<number>;

const pointText = (point: Point, write: Aids['write']): string =>
  `(${Array.from(point, (value) => write(value)).join(', ')})`;

const distance = (a: Point, b: Point): number => Math.hypot(...Array.from(a, (value, i) => value - (b[i] ?? NaN)));

/** Where every run began, where it is now, and how far that is from the nearest known minimum. */
export const summarizePath: Summarize<PathShown> = ({ trace, styles, minima, drawn }, aids) => {
  const { t, write } = aids;
  const title = t('plots.path');
  if (!trace) return { title, sentences: [], table: null, curves: [] };
  const names = trace.parameters.join(', ');
  const runs = trace.runs.flatMap((run, i) => runSentences(run, styles[i]?.label ?? '', names, minima, aids));
  const known = minima.filter(({ length }) => length <= MOST_SAID).map((point) => pointText(point, write));
  const second = drawn.flatMap((name, i) =>
    name === undefined ? [] : [t('inWords.secondPath', { label: styles[i]?.label ?? '', name })],
  );
  return {
    title,
    sentences: [
      ...runs,
      ...second,
      ...(known.length > 0 ? [t('inWords.minima', { count: known.length, points: known.join(', ') })] : []),
    ],
    table: pathTable(trace, styles, aids),
    curves: lossAlong(trace, styles, aids),
  };
};

/** The loss of the ground that each path crosses, step by step. */
const lossAlong = ({ runs }: Trace, styles: PathShown['styles'], { t, moment }: Aids): HeardCurve[] =>
  runs.map((run, i) => {
    const values = run.loss.subarray(0, moment.hidesFuture ? rowAt(run, moment.step) + 1 : run.rows);
    return {
      label: t('inWords.lossOf', { label: styles[i]?.label ?? '' }),
      positions: Array.from(values, (_, row) => row),
      values,
      scale: heardScale(values),
    };
  });

function runSentences(
  run: RunTrace,
  label: string,
  names: string,
  minima: PathShown['minima'],
  { t, write, moment }: Aids,
): string[] {
  const row = rowAt(run, moment.step);
  const [start, now] = [pointAtRow(run, 0), pointAtRow(run, row)];
  const values = { label, step: row };
  const moved =
    now.length <= MOST_SAID
      ? t('inWords.path', { ...values, names, start: pointText(start, write), now: pointText(now, write) })
      : t('inWords.moved', { ...values, distance: write(distance(start, now)) });
  const nearest = Math.min(...minima.map((minimum) => distance(now, minimum)));
  return Number.isFinite(nearest) ? [moved, t('inWords.toMinimum', { distance: write(nearest) })] : [moved];
}

/** The points of every run at some of its steps. */
function pathTable({ runs, totals, parameters }: Trace, styles: PathShown['styles'], aids: Aids): NumberTable {
  const { t, write, moment } = aids;
  const isSaid = parameters.length <= MOST_SAID;
  const last = Math.max(0, ...totals.map((total) => total - 1));
  const cellOf = (run: RunTrace, row: number) => {
    if (row >= run.rows) return '';
    const point = pointAtRow(run, row);
    return isSaid ? pointText(point, write) : write(distance(pointAtRow(run, 0), point));
  };
  return {
    caption: t(isSaid ? 'inWords.points' : 'inWords.distances', { names: parameters.join(', ') }),
    corner: t('inWords.step'),
    columns: runs.map((_, i) => ({ label: styles[i]?.label ?? '', style: styles[i] })),
    rows: milestones(moment.hidesFuture ? moment.step : last, moment.step).map((row) => ({
      head: String(row),
      isCurrent: row === moment.step,
      cells: runs.map((run) => cellOf(run, row)),
    })),
  };
}
