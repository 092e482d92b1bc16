import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { parametersOf } from '../experiment';
import { PathPlot } from '../plots';
import { useExperimentPart } from '../workbench/experimentStore';
import { setStart } from '../workbench/problemEdits';
import { usePicture } from '../workbench/pictureStore';
import { showOnScreen, useScreen } from '../workbench/screenStore';
import { minimaOf, viewAlong } from '../workbench/subject';
import { useStep } from '../workbench/transport';
import { chooseView, currentView, useAxes, useView } from '../workbench/view';
import { Choice } from './controls/Choice';
import { ProblemFormula } from './ProblemFormula';
import { useRunStyles, useSelected } from './runs';

interface AxisChoicesProps {
  readonly names: readonly string[];
  /** Indices of the parameters along the two axes. */
  readonly first: number;
  readonly second: number;
}

/** Which two parameters span the plane, where there are more than two, and where the others are held. */
const AxisChoices = memo(function AxisChoices({ names, first, second }: AxisChoicesProps) {
  const t = useTranslations('path');
  const problem = useExperimentPart((experiment) => experiment.problem);
  const run = useRunStyles()[useSelected()]?.label ?? '';
  const held = names.filter((_, i) => i !== first && i !== second).join(', ');
  const options = names.map((name, index) => ({ value: String(index), label: name }));
  const choose = (horizontal: number, vertical: number) => {
    // Choosing the parameter of the other axis swaps the two.
    const [x, y] = horizontal === vertical ? [second, first] : [horizontal, vertical];
    chooseView(viewAlong(problem, [x, y], currentView().held));
  };
  return (
    <span className="figure-choices">
      <span className="figure-note">{t('heldAs', { names: held, run })}</span>
      <Choice label={t('horizontal')} value={String(first)} groups={[{ options }]} onChange={(x) => choose(Number(x), second)} />
      <span aria-hidden="true">×</span>
      <Choice label={t('vertical')} value={String(second)} groups={[{ options }]} onChange={(y) => choose(first, Number(y))} />
    </span>
  );
});

const Caption = memo(function Caption() {
  const t = useTranslations('path');
  const problem = useExperimentPart((experiment) => experiment.problem);
  const names = parametersOf(problem);
  const [first, second = first] = useAxes();
  return (
    <figcaption className="figure-caption">
      <h2 className="figure-title">{t('title')}</h2>
      {names.length > 2 ? <AxisChoices names={names} first={first} second={second} /> : <span className="wide-only">{t('hint')}</span>}
      <ProblemFormula choice={problem} className="narrow-only" />
    </figcaption>
  );
});

/** Known minima; for data the one that the engine has found. */
function useMinima(): readonly (readonly number[])[] {
  const problem = useExperimentPart((experiment) => experiment.problem);
  const found = usePicture((state) => state.trace?.minima);
  return useMemo(() => (problem.kind === 'data' ? (found ?? []) : minimaOf(problem)), [problem, found]);
}

function Picture() {
  const view = useView();
  return (
    <PathPlot
      trace={usePicture((state) => state.trace)}
      styles={useRunStyles()}
      selected={useSelected()}
      step={useStep()}
      hovered={useScreen((state) => state.hovered)}
      onHover={(at) => showOnScreen({ hovered: at })}
      view={view}
      onViewChange={chooseView}
      onViewReset={() => showOnScreen({ view: null })}
      landscape={usePicture((state) => state.landscape)}
      start={useExperimentPart((experiment) => experiment.start)}
      onStartChange={setStart}
      minima={useMinima()}
      preview={usePicture((state) => state.preview)}
      field={usePicture((state) => state.field)}
      probe={usePicture((state) => state.probe)}
      onProbe={({ point, angle }) => showOnScreen({ probePoint: point, probeAngle: degrees(angle) })}
    />
  );
}

/** To a tenth: finer is not turned by hand, and reads badly. */
const degrees = (radians: number): number => Number(((radians * 180) / Math.PI).toFixed(1));

/** The runs' paths over the loss surface. */
export const PathPanel = memo(function PathPanel() {
  return (
    <figure className="figure">
      <Caption />
      <div className="figure-body">
        <Picture />
      </div>
    </figure>
  );
});
