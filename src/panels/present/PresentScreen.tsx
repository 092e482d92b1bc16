import { useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Stage } from '../../experiment';
import { FailedDialog } from '../../late/FailedPart';
import { PartBoundary } from '../../late/PartBoundary';
import { lazyWith } from '../../late/lazyWith';
import { findLesson } from '../../lessons';
import { leavePresenting } from '../../workbench/present/presenting';
import { usePresentPreference } from '../../workbench/present/presentPreferences';
import { currentEntry, usePresent } from '../../workbench/present/presentStore';
import { showSetUp, toggleBlack } from '../../workbench/present/walk';
import { usePreference } from '../../workbench/stores/preferences';
import { useScreen } from '../../workbench/stores/screenStore';
import { inLanguage } from '../../language';
import { withLateMessages } from '../late/LateMessages';
import { Notices } from '../notices/Notices';
import { useProblemName } from '../shared/problemName';
import { StageControlRow } from '../stage/StageControlRow';
import { FullSizeDigits } from '../../plots/kit/parts/digits';
import { fullSizeNumber } from '../../plots/kit/parts/fullSizeNumber';
import { StagePart } from '../stage/StagePart';
import { useStageScales } from '../stage/stageScales';
import { PresentBar } from './PresentBar';
import { RunLegend } from './RunLegend';
import { Spot } from './Spot';
import { usePointerAtRest } from './usePointerAtRest';
import '../stage/stage.css';
import './palettes.css';
import './present.css';

const TalkDialog = lazyWith(() => import('../talk/TalkDialog'), undefined, FailedDialog);
const PresentLesson = lazyWith(() => import('./PresentLesson'));

/** A stage for an audience: its plots, runs and controls in type that can be read from the back row. */
export default withLateMessages(function PresentScreen({ stage }: { readonly stage: Stage }) {
  const t = useTranslations('present');
  const screen = useRef<HTMLDivElement>(null);
  const lesson = useScreen((state) => state.lesson);
  const isBlack = usePresent((state) => state.isBlack);
  const hasSpot = usePresent((state) => state.hasSpot);
  const showsSetUp = usePresent((state) => state.showsSetUp);
  useLargeType();
  const isAtRest = usePointerAtRest();
  return (
    <div
      className="present"
      ref={screen}
      data-at-rest={isAtRest || undefined}
      data-spot={hasSpot || undefined}
      onPointerUp={() => giveUpFocus(screen.current)}
      // A finger gives the focus only after it was lifted. A click without a count is a key's.
      onClick={({ detail }) => detail > 0 && giveUpFocus(screen.current)}
    >
      <Notices />
      <Title />
      <main className="present-plots" data-count={stage.plots.length} id="plots">
        {stage.plots.map((plot) => (
          <div key={plot} className="present-plot" data-part={plot}>
            <PartBoundary>
              <FullSizeDigits value={fullSizeNumber}>
                <StagePart of={plot} />
              </FullSizeDigits>
            </PartBoundary>
          </div>
        ))}
      </main>
      <RunLegend />
      <Controls stage={stage} />
      {lesson !== null && <PresentLesson id={lesson} />}
      <PresentBar onLeave={leavePresenting} />
      {hasSpot && <Spot />}
      {isBlack && <button type="button" className="present-black" aria-label={t('blackNow')} onClick={toggleBlack} />}
      {showsSetUp && <TalkDialog onClose={() => showSetUp(false)} opener={() => null} />}
    </div>
  );
});

/** Type of the document, which plots and dialogs measure by, as large as a share of the window; and the palette of the talk. */
function useLargeType(): void {
  const palette = usePresentPreference((state) => state.palette);
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset['presenting'] = '';
    return () => {
      delete dataset['presenting'];
    };
  }, []);
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset['palette'] = palette;
    return () => {
      delete dataset['palette'];
    };
  }, [palette]);
}

/** Who has pressed one of these wants to type. */
const typedInto = 'input:not([type="range"], [type="checkbox"]), textarea';

/** After a press with the pointer the keys are the presenter's again, and not those of the slider or button that was pressed. */
function giveUpFocus(screen: HTMLElement | null): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && screen?.contains(activeElement) && !activeElement.matches(typedInto))
    activeElement.blur();
}

function Title() {
  const language = usePreference((state) => state.language);
  const problem = useProblemName();
  const lesson = useScreen((state) => state.lesson);
  const entry = usePresent(currentEntry);
  // The legend names the runs.
  const own = (lesson !== null && inLanguage(findLesson(lesson)?.title, language)) || problem;
  const name = entry?.name || own;
  return <h1 className="present-title">{name}</h1>;
}

function Controls({ stage }: { readonly stage: Stage }) {
  const t = useTranslations('stage');
  const scales = useStageScales(stage);
  if (scales.length === 0) return null;
  return (
    <section className="present-controls" aria-label={t('controls')}>
      {scales.map((control) => (
        <StageControlRow key={`${control.run} ${control.name}`} {...control} showsHints={stage.showsHints} />
      ))}
    </section>
  );
}
