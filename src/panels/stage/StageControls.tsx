import { useTranslations } from 'use-intl';
import { BATCH_SIZE, type Stage } from '../../experiment';
import { FailedSilently } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import { togglePlaying } from '../../workbench/playback/transport';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { useScreen } from '../../workbench/stores/screenStore';
import { PauseIcon, PlayIcon } from '../controls/Icons';
import { StageControlRow } from './StageControlRow';
import { StageSentence } from './StageSentence';
import { useStageScales } from './stageScales';
import './stage.css';

const BatchSentence = lazyWith<{ readonly run: number }>(() => import('./BatchSentence'));
const SaidAtRest = lazyWith(() => import('./SaidAtRest'), undefined, FailedSilently);

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
      {isExplained && (
        <>
          <div className="stage-sentence">{hasBatches ? <BatchSentence run={0} /> : <StageSentence run={0} />}</div>
          <SaidAtRest />
        </>
      )}
      <button type="button" className="button stage-play" onClick={togglePlaying} aria-keyshortcuts="Space">
        {playing ? <PauseIcon /> : <PlayIcon />}
        <span className="wide-text">{playing ? t('pause') : t('play')}</span>
      </button>
    </section>
  );
}
