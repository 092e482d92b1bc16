import { useTranslations } from 'use-intl';
import { parametersOf } from '../../../experiment/core/choice';
import type { Run } from '../../../experiment/core/types';
import { MOST_SOLVED } from '../../../formula/hessianSystem';
import { matricesOf } from '../../../workbench/requests/matrices';
import { useExperimentPart } from '../../../workbench/stores/experimentStore';
import { basisWords, matrixWords, solvedWords } from './matrixWords';

/**
 * Says what is left of a rule for matrices where parameters form none, what rounding decides where they do, and when there are too many
 * for the rule.
 */
export function MatrixNote({
  optimizer,
  batch,
}: {
  readonly optimizer: string;
  readonly batch: Run['batch'] | undefined;
}) {
  const t = useTranslations('singular');
  const problem = useExperimentPart((experiment) => experiment.problem);
  const words = [
    ...matrixWords(optimizer, matricesOf(problem)),
    ...basisWords(optimizer, matricesOf(problem), batch),
    ...solvedWords(optimizer, parametersOf(problem).length),
  ];
  return words.length === 0 ? null : (
    <p className="run-same soft">{words.map((word) => t(word, { max: MOST_SOLVED })).join(' ')}</p>
  );
}
