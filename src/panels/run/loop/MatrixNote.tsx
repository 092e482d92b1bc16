import { useTranslations } from 'use-intl';
import { matricesOf } from '../../../workbench/requests/matrices';
import { useExperimentPart } from '../../../workbench/stores/experimentStore';
import { matrixWords } from './matrixWords';

/** Says what is left of a rule for matrices on a problem whose parameters form none. */
export function MatrixNote({ optimizer }: { readonly optimizer: string }) {
  const t = useTranslations('singular');
  const hasMatrix = useExperimentPart(({ problem }) => matricesOf(problem).length > 0);
  const words = hasMatrix ? [] : matrixWords(optimizer);
  return words.length === 0 ? null : <p className="run-same soft">{words.map((word) => t(word)).join(' ')}</p>;
}
