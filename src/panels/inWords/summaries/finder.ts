import type { FinderPlotProps, FinderSeries } from '../../../plots/finder/types';
import type { Aids, NumberTable, Summarize } from '../summary';

export type FinderShown = Pick<FinderPlotProps, 'series' | 'styles' | 'scale'>;

/** About as many rates are listed. */
const LISTED = 12;

/** The loss of every run against its rising rate: where it falls fastest, and where it is lowest. */
export const summarizeFinder: Summarize<FinderShown> = ({ series, styles, scale }, aids) => {
  const { t } = aids;
  const labelOf = (run: number) => styles[run]?.label ?? '';
  return {
    title: t('tabPlots.finder'),
    sentences: series.map((one, run) => t('inWords.of', { label: labelOf(run), words: wordsOf(one, aids) })),
    table: ratesTable(series, styles, aids),
    curves: series.map(({ rates, losses }, run) => ({
      label: t('inWords.lossOf', { label: labelOf(run) }),
      positions: rates.map(Math.log),
      values: losses,
      scale,
    })),
  };
};

function wordsOf({ rates, steepest, lowest }: FinderSeries, { t, write }: Aids): string {
  if (rates.length === 0) return t('finder.neverFinite');
  const rateAt = (index: number) => write(rates[index] ?? NaN, 3);
  if (steepest !== null && steepest === lowest) return t('finder.both', { rate: rateAt(steepest) });
  const sentences = [
    steepest === null ? t('finder.neverFalls') : t('finder.steepest', { rate: rateAt(steepest) }),
    ...(lowest === null ? [] : [t('finder.lowest', { rate: rateAt(lowest) })]),
  ];
  return sentences.join(t('inWords.between'));
}

/** Losses at rates over the whole range and at those that were found. All runs have the same rates, up to where they break. */
function ratesTable(
  series: FinderShown['series'],
  styles: FinderShown['styles'],
  { t, write }: Aids,
): NumberTable | null {
  const longest = series.reduce<ArrayLike<number>>(
    (most, { rates }) => (rates.length > most.length ? rates : most),
    [],
  );
  const last = longest.length - 1;
  if (last < 0) return null;
  const even = Array.from({ length: LISTED }, (_, i) => Math.round((i * last) / (LISTED - 1)));
  const found = series.flatMap(({ steepest, lowest }) => [steepest ?? [], lowest ?? []].flat());
  return {
    caption: t('tabPlots.finder'),
    corner: t('tabPlots.rate'),
    columns: series.map((_, run) => ({ label: styles[run]?.label ?? '', style: styles[run] })),
    rows: [...new Set([...even, ...found])]
      .sort((a, b) => a - b)
      .map((k) => ({
        head: write(longest[k] ?? NaN, 3),
        cells: series.map(({ losses }) => (k < losses.length ? write(losses[k] ?? NaN, 5) : '')),
      })),
  };
}
