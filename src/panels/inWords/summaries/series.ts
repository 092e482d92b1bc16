import type { SeriesReport } from '../../../engine/series';
import type { RunStyle } from '../../../plots/kit/types';
import type { Summarize } from '../summary';
import { lineCurves, lineSentences, lineTable, type StyledLine } from './lines';

export interface SeriesShown {
  /** Null until it is computed. */
  readonly report: SeriesReport | null;
  /** The parameter whose values are read of a quantity that has one for each, and its name. */
  readonly index: number;
  readonly name: string;
  readonly symbol: string;
  readonly styles: readonly RunStyle[];
  readonly scale: 'log' | 'linear';
}

/** A quantity other than the loss along every run. */
export const summarizeSeries: Summarize<SeriesShown> = ({ report, index, name, symbol, styles, scale }, aids) => {
  const lines = (report?.runs ?? []).flatMap(({ rows, components, values }, run): StyledLine[] => {
    const style = styles[run];
    const label = style?.label ?? '';
    if (components === 0) return [];
    if (components === 1) return [{ label, style, steps: rows, values }];
    const own = Float64Array.from(rows, (_, i) => values[i * components + index] ?? NaN);
    return [{ label: `${label}, ${name}`, style, steps: rows, values: own }];
  });
  // As the plot does.
  const isSigned = lines.some(({ values }) => Array.from(values).some((value) => (value ?? NaN) < 0));
  const title = aids.t('series.along', { symbol });
  return {
    title,
    sentences: lineSentences(lines, aids),
    table: lineTable(lines, title, aids),
    curves: lineCurves(lines, isSigned ? 'linear' : scale, aids),
  };
};
