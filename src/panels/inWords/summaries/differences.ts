import type { Differences, ProbeReport } from '../../../engine/float64/probe';
import type { Aids, NumberTable, Summarize } from '../summary';
import { lowestOf } from './lowestOf';

export interface DifferencesShown {
  readonly report: Pick<ProbeReport, 'slope' | 'differences'>;
}

/** Significant digits of a slope in float64. */
const DIGITS = 9;

/** The error of every finite difference: the least of each scheme, and all of them as numbers. */
export const summarizeDifferences: Summarize<DifferencesShown> = ({ report: { slope, differences } }, aids) => {
  const { t, write } = aids;
  const nameOf = ({ scheme, precision }: Differences) => t(`gradient.${scheme}.${precision}`);
  return {
    title: t('tabPlots.differences'),
    sentences: [
      t('inWords.exact', { slope: write(slope, DIGITS) }),
      ...differences.flatMap((one) => {
        const least = lowestOf(one.errors);
        const values = {
          label: nameOf(one),
          error: write(one.errors[least] ?? NaN),
          h: write(one.steps[least] ?? NaN),
        };
        return least < 0 ? [] : [t('inWords.leastError', values)];
      }),
    ],
    table: differenceTable(slope, differences, nameOf, aids),
    curves: differences.map((one) => {
      // From the shortest step; on log axes, where an error of 0 has no place.
      const shown = [...one.steps.keys()].filter((i) => (one.errors[i] ?? 0) > 0).reverse();
      return {
        label: t('inWords.errorOf', { label: nameOf(one) }),
        positions: shown.map((i) => Math.log(one.steps[i] ?? NaN)),
        values: shown.map((i) => one.errors[i] ?? NaN),
        scale: 'log' as const,
      };
    }),
  };
};

function differenceTable(
  slope: number,
  differences: readonly Differences[],
  nameOf: (differences: Differences) => string,
  { t, write }: Aids,
): NumberTable {
  return {
    caption: t('gradient.tableCaption', { exact: write(slope, DIGITS) }),
    corner: t('gradient.stepLength'),
    columns: differences.flatMap((one) => [
      { label: nameOf(one) },
      { label: t('inWords.errorOf', { label: nameOf(one) }) },
    ]),
    rows: (differences[0]?.steps ?? []).map((h, i) => ({
      head: write(h, 1),
      cells: differences.flatMap(({ values, errors }) => [write(values[i] ?? NaN, DIGITS), write(errors[i] ?? NaN, 2)]),
    })),
  };
}
