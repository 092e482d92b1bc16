import { rowAt } from '../../../engine/trace/rows';
import type { RunTrace, Trace } from '../../../engine/trace/types';
import type { RunStyle, StyledLog } from '../../../plots/kit/types';
import type { Aids, Summarize } from '../summary';
import { lineCurves, lineSentences, lineTable, type StyledLine } from './lines';
import { lowestOf } from './lowestOf';

export interface LossShown {
  readonly trace: Trace | null;
  readonly styles: readonly RunStyle[];
  readonly logs: readonly StyledLog[];
  readonly scale: 'log' | 'linear';
}

/** The loss along every run: its first, its present and its lowest, and how the run ended. */
export const summarizeLoss: Summarize<LossShown> = ({ trace, styles, logs, scale }, aids) => {
  const { t } = aids;
  const runs = trace?.runs ?? [];
  const own = runs.map((run, i) => lineOf(run, styles[i]));
  const logged = logs.map(({ log, style }): StyledLine => ({
    label: style.label,
    style,
    steps: log.steps,
    values: log.loss,
  }));
  const lines = [...own, ...logged];
  return {
    title: t('plots.losses'),
    sentences: [
      ...runs.flatMap((run, i) => runSentences(run, own[i]?.label ?? '', aids)),
      ...lineSentences(logged, aids),
    ],
    table: lineTable(lines, t('inWords.table'), aids),
    curves: lineCurves(lines, scale, aids).map((curve, i) => ({
      ...curve,
      label: t('inWords.lossOf', { label: lines[i]?.label ?? '' }),
    })),
  };
};

const lineOf = ({ loss, rows }: RunTrace, style: RunStyle | undefined): StyledLine => ({
  label: style?.label ?? '',
  style,
  steps: Int32Array.from({ length: rows }, (_, row) => row),
  values: loss.subarray(0, rows),
});

function runSentences(run: RunTrace, label: string, { t, write, moment, outcomeOf }: Aids): string[] {
  const row = rowAt(run, moment.step);
  const lowest = lowestOf(run.loss, moment.hidesFuture ? row + 1 : run.rows);
  const at = (k: number) => write(run.loss[k] ?? NaN);
  return [
    t('inWords.loss', { label, first: at(0), step: row, now: at(row) }),
    ...(lowest < 0 ? [] : [t('inWords.lowest', { value: at(lowest), step: lowest })]),
    ...(moment.hidesFuture ? [] : [t('inWords.ended', { outcome: outcomeOf(run.outcome) })]),
  ];
}
