import { useTranslations } from 'use-intl';
import type { Stage, StagePlot } from '../../experiment';
import { openingIndex, openingStops } from '../../lessons/opening';
import { useScreen } from '../../workbench/stores/screenStore';
import { usePreference } from '../../workbench/stores/preferences';
import { Notices } from '../notices/Notices';
import { PartBoundary } from '../../late/PartBoundary';
import { OpeningIntro, OpeningQuestion } from './OpeningWords';
import { SharedWords } from '../received/SharedWords';
import { useHasSharedWords } from '../shared/useHasSharedWords';
import { StageControls } from './StageControls';
import { StageHeader } from './StageHeader';
import { StagePart } from './StagePart';
import './stage.css';

/** A stage: its first plot large, with its controls under it, and beside them the words and its other plots. */
export default function StageScreen({ stage }: { readonly stage: Stage }) {
  const index = openingIndex(stage);
  const stop = index === null ? undefined : openingStops[index];
  const [large, ...small] = stage.plots;
  const isSent = useHasSharedWords();
  return (
    <div className="stage">
      <StageHeader namesProblem={!stop} />
      <Notices />
      <main className="stage-main" id="plots">
        <PartBoundary>
          <div className="stage-plot">
            <StagePart of={large ?? 'path'} />
          </div>
        </PartBoundary>
        <StageControls stage={stage} />
      </main>
      <aside className="stage-words">
        {stop && index !== null && (
          <div className="stage-intro">
            <OpeningIntro stop={stop} index={index} />
          </div>
        )}
        {isSent && (
          <div className="stage-intro">
            <SharedWords />
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
