import type { Summarize } from '../summary';
import { lineCurves, lineSentences, lineTable } from './lines';

export interface RatesShown {
  /** The rate of every update so far. */
  readonly rates: Float64Array;
  readonly label: string;
}

/** The learning rate over one run. Update k leads to step k, so the first rate belongs to step 1. */
export const summarizeRates: Summarize<RatesShown> = ({ rates, label }, aids) => {
  const { t } = aids;
  const lines = [{ label, steps: Int32Array.from(rates, (_, i) => i + 1), values: rates }];
  return {
    title: t('inWords.rates', { label }),
    sentences: lineSentences(lines, aids),
    table: lineTable(lines, t('inWords.rates', { label }), aids),
    curves: lineCurves(lines, 'linear', aids),
  };
};
