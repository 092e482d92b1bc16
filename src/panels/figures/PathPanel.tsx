import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { drawnOf, parametersOf } from '../../experiment';
import { PathPlot } from '../../plots';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { useResults } from '../../workbench/stores/resultStore';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { usePosition } from '../../workbench/playback/position';
import { unitsOf } from '../../workbench/requests/equalUnits';
import { readLoss } from '../../workbench/requests/groundLoss';
import { shownMinima } from '../../workbench/stores/shownMinima';
import { chooseView, dragStart, resetView, useView } from '../../workbench/requests/view';
import { ProblemFormula } from '../problem/ProblemFormula';
import { lazyWith } from '../../late/lazyWith';
import { Described } from '../inWords/Described';
import { useHidesFuture, useHovered } from '../shared/hovered';
import { useStyledLogs } from '../shared/logs';
import { useRunStyles, useSelected } from '../shared/runs';
import './figure.css';

// As high as its two rows on a phone, so that the plot does not move when it arrives.
const PlaneChoices = lazyWith(
  () => import('./PlaneChoices'),
  () => <span className="plane-choices-waiting" />,
);
const StartFields = lazyWith(
  () => import('./StartFields'),
  () => <span className="start-fields-waiting" />,
);
const FutureChoice = lazyWith(() => import('./FutureChoice'));
const StepBreakdownArrows = lazyWith(() => import('./StepBreakdownArrows'));
const RunsSecondPaths = lazyWith(() => import('./RunsSecondPaths'));

const Caption = memo(function Caption() {
  const t = useTranslations('path');
  const problem = useExperimentPart((experiment) => experiment.problem);
  const count = parametersOf(problem).length;
  return (
    <figcaption className="figure-caption">
      <h2 className="figure-title">
        <span className="wide-text">{t('title')}</span>
      </h2>
      {count > 2 ? <PlaneChoices /> : <StartFields />}
      <span className="narrow-only figure-future">
        <FutureChoice />
      </span>
      <ProblemFormula choice={problem} className="narrow-only" />
    </figcaption>
  );
});

function useMinima(): readonly (readonly number[])[] {
  const problem = useExperimentPart((experiment) => experiment.problem);
  const trace = useResults((state) => state.trace);
  return useMemo(() => shownMinima(problem, trace), [problem, trace]);
}

/** The path plot with everything from the stores. It renders at every frame while the runs play. */
function RunsPathPlot() {
  const hasArrows = useScreen(({ arrows }) => arrows.length > 0);
  const hasSecondPath = useExperimentPart(({ runs }) => runs.some((run) => drawnOf(run) !== undefined));
  const view = useView();
  return (
    <PathPlot
      trace={useResults((state) => state.trace)}
      styles={useRunStyles()}
      logs={useStyledLogs()}
      selected={useSelected()}
      step={usePosition()}
      hidesFuture={useHidesFuture()}
      hovered={useHovered()}
      onHover={(at) => setScreen({ hovered: at })}
      view={view}
      onViewChange={chooseView}
      onViewReset={resetView}
      hasButtons={useScreen(({ presenting }) => !presenting)}
      units={useScreen(unitsOf)}
      onUnits={(units) => setScreen({ units })}
      onAspect={(pathAspect) => setScreen({ pathAspect })}
      readLoss={readLoss}
      landscape={useResults((state) => state.landscape)}
      start={useExperimentPart((experiment) => experiment.start)}
      onStartChange={useScreen(({ stage }) => stage?.movesStart ?? true) ? dragStart : null}
      minima={useMinima()}
      areMinimaFound={useExperimentPart(({ problem }) => problem.kind === 'custom')}
      preview={useResults((state) => state.preview)}
      field={useResults((state) => state.field)}
      probe={useResults((state) => state.probe)}
      overlay={(place) => (
        <>
          {hasSecondPath && <RunsSecondPaths {...place} />}
          {hasArrows && <StepBreakdownArrows {...place} />}
        </>
      )}
      onProbe={({ point, angle }) => setScreen({ probe: point, angle: degrees(angle) })}
    />
  );
}

/** An angle in degrees, rounded to a tenth, which is finer than a pointer can turn. */
const degrees = (radians: number): number => Number(((radians * 180) / Math.PI).toFixed(1));

/** The path plot, said in words too: in the workbench and on every stage. */
export function DescribedPathPlot() {
  const runs = useExperimentPart((experiment) => experiment.runs);
  const shows = {
    trace: useResults((state) => state.trace),
    styles: useRunStyles(),
    minima: useMinima(),
    drawn: runs.map(drawnOf),
  };
  return (
    <Described of="path" shows={shows}>
      <RunsPathPlot />
    </Described>
  );
}

/** The runs' paths over the loss surface. */
export const PathPanel = memo(function PathPanel() {
  return (
    <figure className="figure">
      <Caption />
      <div className="figure-body">
        <DescribedPathPlot />
      </div>
    </figure>
  );
});
