import { useTranslations } from 'use-intl';
import type { Run } from '../../../experiment/core/types';
import { matricesOf } from '../../../workbench/requests/matrices';
import { useExperimentPart } from '../../../workbench/stores/experimentStore';
import { basisWords, matrixWords } from './matrixWords';

/** Says what is left of a rule for matrices where parameters form none, and what rounding decides where they do. */
export function MatrixNote({
  optimizer,
  batch,
}: {
  readonly optimizer: string;
  readonly batch: Run['batch'] | undefined;
}) {
  const t = useTranslations('singular');
  const hasMatrix = useExperimentPart(({ problem }) => matricesOf(problem).length > 0);
  const words = hasMatrix ? basisWords(optimizer, batch) : matrixWords(optimizer);
  return words.length === 0 ? null : <p className="run-same soft">{words.map((word) => t(word)).join(' ')}</p>;
}
