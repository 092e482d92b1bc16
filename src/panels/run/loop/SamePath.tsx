import { useTranslations } from 'use-intl';
import { isSamePath } from '../../../engine/trace/samePath';
import { useResults } from '../../../workbench/stores/resultStore';

/** Says that a run lies on an earlier one, so that nobody looks for it in the plot: SGD without momentum is gradient descent. */
export function SamePath({ index }: { readonly index: number }) {
  const t = useTranslations('runs');
  const first = useResults(({ trace }) => {
    const run = trace?.runs[index];
    return run ? (trace?.runs.findIndex((other) => isSamePath(other, run)) ?? index) : index;
  });
  return first < index ? <p className="run-same soft">{t('samePath', { number: first + 1 })}</p> : null;
}
