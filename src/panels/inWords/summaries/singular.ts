import type { SingularPanel } from '../../../plots/singular/types';
import type { Summarize } from '../summary';

export interface SingularShown {
  readonly panels: readonly SingularPanel[];
  /** Of the run. */
  readonly label: string;
}

/** Of each matrix its largest and smallest singular value, and how many times as large the one is as the other. */
export const summarizeSingular: Summarize<SingularShown> = ({ panels, label }, { t, write }) => ({
  title: t('inWords.of', { label, words: t('tabPlots.singular') }),
  sentences: panels.map(({ title, values }) => {
    const [largest, smallest] = [Math.max(...values), Math.min(...values)];
    const range = { title, largest: write(largest, 3), smallest: write(smallest, 3) };
    return smallest > 0
      ? t('singular.range', { ...range, ratio: write(largest / smallest, 3) })
      : t('singular.rankless', range);
  }),
  table: {
    caption: t('tabPlots.singular'),
    corner: t('singular.place'),
    columns: panels.map(({ title }) => ({ label: title })),
    rows: Array.from({ length: Math.max(0, ...panels.map(({ values }) => values.length)) }, (_, k) => ({
      head: String(k + 1),
      cells: panels.map(({ values }) => {
        const value = values[k];
        return value === undefined ? '' : write(value, 5);
      }),
    })),
  },
  // The n-th value sounds n-th: a flat tone is a matrix whose singular values are equal.
  curves: panels.map(({ title, values }) => ({
    label: title,
    positions: values.map((_, k) => k),
    values,
    scale: 'linear',
  })),
});
