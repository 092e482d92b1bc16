import { axisValue, sweepOutcomes, type SweepResult } from '../../../engine/sweep';
import type { AxisScale, SweepChoice, SweepMeasure } from '../../../experiment/core/types';
import type { Aids, HeardCurve, NumberTable, Summarize } from '../summary';
import { exactDigits } from '../../../engine/sweep/exactDigits';
import { heardScale } from './heardScale';
import { lowestOf, othersLike } from './lowestOf';

export interface SweepShown {
  readonly settings: SweepChoice;
  /** What the two axes are called. */
  readonly x: string;
  readonly y: string;
  /** The finest grid that has come; undefined before the first. */
  readonly grid: SweepResult | undefined;
}

/** Thousands of runs: the ranges, how they ended or the lowest number and where it is, and some of the numbers. */
export const summarizeSweep: Summarize<SweepShown> = (shown, aids) => {
  const { t } = aids;
  const { settings, x, y, grid } = shown;
  const title = t('tabPlots.sweep', { measure: t(`sweep.measure.${settings.measure}`), x, y });
  if (!grid) return { title, sentences: [], table: null, curves: [] };
  const values = grid.measures[settings.measure].subarray(0, grid.done * grid.width);
  const sentences =
    settings.measure === 'outcome' ? outcomeSentences(values, aids) : lowestSentences(shown, grid, values, aids);
  return {
    title,
    sentences: [rangeSentence(shown, grid, aids), ...sentences],
    table: sweepTable(shown, grid, title, aids),
    curves: lowestRow(shown, grid, values, aids),
  };
};

function rangeSentence({ settings, x, y }: SweepShown, { done, width }: SweepResult, { t, write }: Aids): string {
  return t('inWords.sweep', {
    count: done * width,
    x,
    xFrom: write(settings.x.from),
    xTo: write(settings.x.to),
    y,
    yFrom: write(settings.y.from),
    yTo: write(settings.y.to),
  });
}

function outcomeSentences(values: Float32Array, { t, write }: Aids): string[] {
  const shares = sweepOutcomes.map((outcome, code) => {
    const share = values.filter((value) => value === code).length / values.length;
    return `${t(`sweep.outcome.${outcome}`)} ${write(100 * share)}%`;
  });
  return [t('inWords.outcomes', { shares: shares.join(', ') })];
}

function lowestSentences(
  { settings, x, y }: SweepShown,
  { width, height }: SweepResult,
  values: Float32Array,
  { t, write }: Aids,
): string[] {
  const lowest = settings.measure === 'minimum' ? -1 : lowestOf(values);
  if (lowest < 0) return [];
  const writeAll = (value: number, scale: AxisScale) => write(value, exactDigits(value, scale));
  const place = {
    measure: t(`sweep.measure.${settings.measure}`),
    value: write(values[lowest] ?? NaN),
    x,
    xAt: writeAll(axisValue(settings.x, lowest % width, width), settings.x.scale),
    y,
    yAt: writeAll(axisValue(settings.y, Math.floor(lowest / width), height), settings.y.scale),
    // Of a plateau it is the first one.
    others: othersLike(values, lowest),
  };
  return [t('inWords.sweepLowest', place)];
}

/** The row of the picture with the lowest number, from left to right; none where the colours stand for no number. */
function lowestRow({ settings, x, y }: SweepShown, grid: SweepResult, values: Float32Array, aids: Aids): HeardCurve[] {
  const { t, write } = aids;
  const { width, height } = grid;
  const lowest = settings.measure === 'minimum' || settings.measure === 'outcome' ? -1 : lowestOf(values);
  if (lowest < 0) return [];
  const row = Math.floor(lowest / width);
  const heard = values.subarray(row * width, (row + 1) * width);
  const measure = t(`sweep.measure.${settings.measure}`);
  return [
    {
      label: t('inWords.sweepRow', { measure, x, y, yAt: write(axisValue(settings.y, row, height)) }),
      positions: Array.from(heard, (_, column) => column),
      values: heard,
      scale: heardScale(heard),
    },
  ];
}

/** Columns and rows of the table: every so many runs of the picture. */
const LISTED = { across: 6, up: 8 };

const evenly = (count: number, listed: number): number[] =>
  Array.from({ length: Math.min(count, listed) }, (_, i) =>
    Math.round((i * (count - 1)) / Math.max(1, Math.min(count, listed) - 1)),
  );

/** What a number of a measure means, as the legend has it. */
function meaningOf(value: number, measure: SweepMeasure, { t, write }: Aids): string {
  const outcome = measure === 'outcome' ? sweepOutcomes[value] : undefined;
  if (outcome) return t(`sweep.outcome.${outcome}`);
  if (measure === 'minimum') return value < 0 ? t('sweep.noMinimum') : write(value + 1);
  return Number.isFinite(value) ? write(value) : t(measure === 'steps' ? 'sweep.notThere' : 'sweep.notFinite');
}

/** Some of the numbers, laid out as in the picture: the largest y is the first row. */
function sweepTable({ settings, x, y }: SweepShown, grid: SweepResult, caption: string, aids: Aids): NumberTable {
  const { t, write } = aids;
  const { width, height, done } = grid;
  const values = grid.measures[settings.measure];
  const cellOf = (value: number) => meaningOf(value, settings.measure, aids);
  const columns = evenly(width, LISTED.across);
  return {
    caption,
    corner: t('inWords.yByX', { x, y }),
    columns: columns.map((i) => ({ label: write(axisValue(settings.x, i, width)) })),
    rows: evenly(height, LISTED.up)
      .reverse()
      .map((row) => ({
        head: write(axisValue(settings.y, row, height)),
        cells: columns.map((column) => (row < done ? cellOf(values[row * width + column] ?? NaN) : '')),
      })),
  };
}
