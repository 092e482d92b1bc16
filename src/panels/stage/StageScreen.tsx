import { useTranslations } from 'use-intl';
import type { Stage } from '../../experiment';
import { openingIndex, openingStops } from '../../lessons/opening';
import { useScreen } from '../../workbench/stores/screenStore';
import { usePreference } from '../../workbench/stores/preferences';
import { RunsLossPlot } from '../figures/LossPanel';
import { RunsPathPlot } from '../figures/PathPanel';
import { withLateMessages } from '../late/LateMessages';
import { Notices } from '../notices/Notices';
import { PartBoundary } from '../../late/PartBoundary';
import { OpeningIntro, OpeningQuestion } from './OpeningWords';
import { SharedWords } from '../received/SharedWords';
import { StageControls } from './StageControls';
import { StageHeader } from './StageHeader';
import './stage.css';

/** A stage: the large plot with its controls under it, and beside them the words and the other plot. */
export default withLateMessages(function StageScreen({ stage }: { readonly stage: Stage }) {
  const index = openingIndex(stage);
  const stop = index === null ? undefined : openingStops[index];
  const [large, ...small] = stage.plots;
  const isSent = useScreen(({ title, note }) => (title ?? note) !== null);
  return (
    <div className="stage">
      <StageHeader />
      <Notices />
      <main className="stage-main" id="plots">
        <PartBoundary>
          <div className="stage-plot">{large === 'loss' ? <RunsLossPlot /> : <RunsPathPlot />}</div>
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
          {small.includes('loss') && <SmallLossPlot />}
        </div>
      </aside>
    </div>
  );
});

function SmallLossPlot() {
  const t = useTranslations('stage');
  const language = usePreference((state) => state.language);
  return (
    <figure className="stage-loss" lang={language}>
      <figcaption className="soft">{t('logLoss')}</figcaption>
      <div className="stage-loss-plot">
        <RunsLossPlot />
      </div>
    </figure>
  );
}
