import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Stage, StagePlot } from '../../experiment';
import { PartBoundary } from '../../late/PartBoundary';
import { tellHeight } from '../../workbench/embedding/tellHost';
import { currentAddress } from '../../workbench/address/currentAddress';
import { usePreference } from '../../workbench/stores/preferences';
import { useScreen } from '../../workbench/stores/screenStore';
import { withLateMessages } from '../late/LateMessages';
import { Notices } from '../notices/Notices';
import { SharedWords } from '../received/SharedWords';
import { InLanguage } from '../shared/InLanguage';
import { useProblemName } from '../shared/problemName';
import { StageControls } from '../stage/StageControls';
import { StagePart } from '../stage/StagePart';
import '../styles/text.css';
import '../styles/buttons.css';
import './embed.css';

/**
 * The embed in the reader's language.
 * @param onShown called once, when it is on the screen
 */
export function EmbedPage({ onShown }: { readonly onShown: () => void }) {
  const language = usePreference((state) => state.language);
  const messages = usePreference((state) => state.messages);
  const stage = useShownStage();
  const shown = useEffectEvent(onShown);
  useEffect(() => shown(), []);
  return (
    <InLanguage language={language} messages={messages}>
      <PartBoundary>{stage && <EmbedStage stage={stage} />}</PartBoundary>
    </InLanguage>
  );
}

/** The stage; the one before it while something else is opened, which has none at first. */
function useShownStage(): Stage | null {
  const stage = useScreen((state) => state.stage);
  const [shown, setShown] = useState(stage);
  if (stage && stage !== shown) setShown(stage);
  return stage ?? shown;
}

/** The words above what stands on the stage. */
function useCaption(): (plot: StagePlot) => string {
  const t = useTranslations();
  const lossScale = useScreen((state) => state.lossScale);
  const isLoss = useScreen(({ plot }) => plot.quantity === 'loss');
  return (plot) =>
    plot === 'loss' && isLoss
      ? t(`share.losses.${lossScale}`)
      : plot === 'path'
        ? t('path.title')
        : t(`stageParts.plot.${plot}`);
}

/** The plots and controls of a stage, what its sender says about it, and the way to the whole page. */
const EmbedStage = withLateMessages(function EmbedStage({ stage }: { readonly stage: Stage }) {
  const captionOf = useCaption();
  const problem = useProblemName();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current: element } = ref;
    return element ? tellHeight(element) : undefined;
  }, []);
  return (
    <div className="embed" ref={ref}>
      <SharedWords />
      <Notices />
      <main className="embed-plots">
        {stage.plots.map((name, i) => (
          <PartBoundary key={name}>
            <figure className="embed-plot">
              <figcaption className="soft">
                {i === 0 && <span className="embed-problem">{problem}</span>}
                {captionOf(name)}
              </figcaption>
              <div className="embed-plot-body">
                <StagePart of={name} />
              </div>
            </figure>
          </PartBoundary>
        ))}
      </main>
      <StageControls stage={stage} />
      <PageLink />
    </div>
  );
});

/** Opens what is shown now in the whole page. Its address is written when it is wanted: writing follows every move otherwise. */
function PageLink() {
  const t = useTranslations('share');
  return (
    <p className="embed-out">
      <a
        className="more"
        href={currentAddress()}
        target="_blank"
        rel="noopener"
        onPointerDown={renew}
        onFocus={renew}
        onContextMenu={renew}
      >
        {t('wholePage')}
      </a>
    </p>
  );
}

const renew = ({ currentTarget }: { readonly currentTarget: HTMLAnchorElement }): void => {
  currentTarget.href = currentAddress();
};
