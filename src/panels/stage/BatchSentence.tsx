import { useTranslations } from 'use-intl';
import { sampleCount, updatesPerEpoch } from '../../experiment/core/updates';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { withLateMessages } from '../late/LateMessages';

/**
 * How many updates the batches of a run make. Not how it ends: of single samples that sentence would speak of averages that
 * the words of a stage do not.
 */
export default withLateMessages(function BatchSentence({ run }: { readonly run: number }) {
  const t = useTranslations('batch');
  const batch = useExperimentPart(({ runs }) => runs[run]?.batch);
  const samples = useExperimentPart(sampleCount);
  const epochs = useExperimentPart((experiment) => experiment.epochs);
  if (!batch || epochs === undefined) return null;
  const updates = updatesPerEpoch(samples, batch);
  return <p className="why">{t('updates', { epochs, updates, all: epochs * updates })}</p>;
});
