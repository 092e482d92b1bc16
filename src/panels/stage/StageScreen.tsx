import { useTranslations } from 'use-intl';
import { BATCH_SIZE, type Stage, type StagePlot } from '../../experiment';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { openingIndex, openingStops } from '../../lessons/opening';
import { usePreference } from '../../workbench/stores/preferences';
import { useScreen } from '../../workbench/stores/screenStore';
import { togglePlaying } from '../../workbench/playback/transport';
import { PauseIcon, PlayIcon } from '../controls/Icons';
import { withLateMessages } from '../late/LateMessages';
import { Notices } from '../notices/Notices';
import { PartBoundary } from '../../late/PartBoundary';
import { OpeningIntro, OpeningQuestion } from './OpeningWords';
import { BatchSentence } from './BatchSentence';
import { StageControlRow } from './StageControlRow';
import { StageHeader } from './StageHeader';
import { StagePart } from './StagePart';
import { StageSentence } from './StageSentence';
import { useStageScales } from './stageScales';
import './stage.css';

/** A stage: the large plot with its controls under it, and beside them the words and the other plot. */
export default withLateMessages(function StageScreen({ stage }: { readonly stage: Stage }) {
  const index = openingIndex(stage);
  const stop = index === null ? undefined : openingStops[index];
  const [large, ...small] = stage.plots;
  return (
    <div className="stage">
      <StageHeader />
      <Notices />
      <main className="stage-main" id="plots">
        <PartBoundary>
          <div className="stage-plot">
            <StagePart of={large ?? 'path'} />
          </div>
        </PartBoundary>
        <Controls stage={stage} />
      </main>
      <aside className="stage-words">
        {stop && index !== null && (
          <div className="stage-intro">
            <OpeningIntro stop={stop} index={index} />
          </div>
        )}
        <div className="stage-rest">
          {stop && index !== null && <OpeningQuestion stop={stop} index={index} />}
          {small.map((plot) => (
            <SmallPart key={plot} of={plot} />
          ))}
        </div>
      </aside>
    </div>
  );
});

function Controls({ stage }: { readonly stage: Stage }) {
  const t = useTranslations('stage');
  const playing = useScreen((state) => state.playing);
  const scales = useStageScales(stage);
  // Of several runs a sentence would not say which.
  const isAlone = useExperimentPart(({ runs }) => runs.length === 1);
  const hasBatches = stage.controls.some(({ name }) => name === BATCH_SIZE);
  return (
    <section className="stage-controls" aria-label={t('controls')}>
      {scales.map((control) => (
        <StageControlRow key={`${control.run} ${control.name}`} {...control} />
      ))}
      <div className="stage-sentence" role="status">
        {isAlone && (hasBatches ? <BatchSentence run={0} /> : <StageSentence run={0} />)}
      </div>
      <button type="button" className="button stage-play" onClick={togglePlaying} aria-keyshortcuts="Space">
        {playing ? <PauseIcon /> : <PlayIcon />}
        <span className="wide-text">{playing ? t('pause') : t('play')}</span>
      </button>
    </section>
  );
}

function SmallPart({ of }: { readonly of: StagePlot }) {
  const t = useTranslations('stage');
  const language = usePreference((state) => state.language);
  const isLogLoss = useScreen(
    ({ plot, lossScale }) => of === 'loss' && plot.quantity === 'loss' && lossScale === 'log',
  );
  return (
    <figure className="stage-loss" lang={language}>
      {isLogLoss && <figcaption className="soft">{t('logLoss')}</figcaption>}
      <div className="stage-loss-plot" data-part={of}>
        <StagePart of={of} />
      </div>
    </figure>
  );
}
