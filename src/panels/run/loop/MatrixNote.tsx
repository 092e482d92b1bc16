import { useTranslations } from 'use-intl';
import { matricesOf } from '../../../workbench/requests/matrices';
import { useExperimentPart } from '../../../workbench/stores/experimentStore';
import { matrixWords } from './matrixWords';

/** Says what is left of a rule for matrices on a problem whose parameters form none that it acts on. */
export function MatrixNote({ optimizer }: { readonly optimizer: string }) {
  const t = useTranslations('singular');
  const problem = useExperimentPart((experiment) => experiment.problem);
  const words = matrixWords(optimizer, matricesOf(problem));
  return words.length === 0 ? null : <p className="run-same soft">{words.map((word) => t(word)).join(' ')}</p>;
}
