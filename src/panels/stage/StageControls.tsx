import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { BATCH_SIZE, type Stage } from '../../experiment';
import { togglePlaying } from '../../workbench/playback/transport';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { useScreen } from '../../workbench/stores/screenStore';
import { PauseIcon, PlayIcon } from '../controls/Icons';
import { useSettled } from '../shared/useSettled';
import { BatchSentence } from './BatchSentence';
import { StageControlRow } from './StageControlRow';
import { StageSentence } from './StageSentence';
import { useStageScales } from './stageScales';
import './stage.css';

/** The controls of a stage, what comes of them in a sentence, and the button that plays. */
export function StageControls({ stage }: { readonly stage: Stage }) {
  const t = useTranslations('stage');
  const playing = useScreen((state) => state.playing);
  const scales = useStageScales(stage);
  // Of several runs a sentence would not say which.
  const isExplained = useExperimentPart(({ runs }) => runs.length === 1) && stage.showsHints;
  const hasBatches = stage.controls.some(({ name }) => name === BATCH_SIZE);
  return (
    <section className="stage-controls" aria-label={t('controls')}>
      {scales.map((control) => (
        <StageControlRow key={`${control.run} ${control.name}`} {...control} showsHints={stage.showsHints} />
      ))}
      {isExplained && <Sentence>{hasBatches ? <BatchSentence run={0} /> : <StageSentence run={0} />}</Sentence>}
      <button type="button" className="button stage-play" onClick={togglePlaying} aria-keyshortcuts="Space">
        {playing ? <PauseIcon /> : <PlayIcon />}
        <span className="wide-text">{playing ? t('pause') : t('play')}</span>
      </button>
    </section>
  );
}

/** What comes of the controls. It is said once they rest, not at every move of a slider. */
function Sentence({ children }: { readonly children: ReactNode }) {
  const runs = useExperimentPart((experiment) => experiment.runs);
  const isMoving = useSettled(runs) !== runs;
  return (
    <div className="stage-sentence" role="status" aria-busy={isMoving}>
      {children}
    </div>
  );
}
