import { useTranslations } from 'use-intl';
import { defaultStage } from '../../experiment';
import { currentExperiment } from '../../workbench/stores/experimentStore';
import { Segments } from '../controls/lists/Segments';
import { StageParts } from '../shared/StageParts';
import type { ChoicesProps } from './WordFields';

const views = ['workbench', 'stage'] as const;

/** What the receiver sees and may move. */
export function StageChoice({ choices, onChange }: ChoicesProps) {
  const t = useTranslations('share');
  const { stage } = choices;
  const choose = (view: string) =>
    onChange({ stage: view === 'stage' ? (stage ?? defaultStage(currentExperiment())) : null });
  return (
    <section className="share-stage">
      <div className="share-inline">
        <span aria-hidden="true">{t('sees')}</span>
        <Segments
          label={t('sees')}
          value={stage ? 'stage' : 'workbench'}
          options={views.map((value) => ({ value, label: t(`views.${value}`) }))}
          onChange={choose}
        />
      </div>
      {stage && <StageParts stage={stage} onChange={(next) => onChange({ stage: next })} />}
    </section>
  );
}
