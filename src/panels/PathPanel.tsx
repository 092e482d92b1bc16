import { useTranslations } from 'use-intl';
import type { View } from '../engine/types';
import { PathPlot } from '../plots';
import { useExperiment } from '../workbench/experimentStore';
import { setStart } from '../workbench/problemEdits';
import { usePicture } from '../workbench/pictureStore';
import { showOnScreen, useScreen } from '../workbench/screenStore';
import { minimaOf, viewAlong } from '../workbench/subject';
import { parametersOf } from '../experiment';
import { viewOf } from '../workbench/view';
import { useStep } from '../workbench/transport';
import { Choice } from './controls/Choice';
import { useRunStyles, useSelected } from './runs';

/** Which two parameters span the plane, where there are more than two. */
function AxisChoices({ names, view }: { readonly names: readonly string[]; readonly view: View }) {
  const t = useTranslations('path');
  const { problem } = useExperiment();
  const [first, second = first] = view.axes;
  const options = names.map((name, index) => ({ value: String(index), label: name }));
  const choose = (horizontal: number, vertical: number) => {
    // Choosing the parameter of the other axis swaps the two.
    const [x, y] = horizontal === vertical ? [second, first] : [horizontal, vertical];
    showOnScreen({ view: viewAlong(problem, [x, y], view.held) });
  };
  return (
    <span className="figure-choices">
      <Choice label={t('horizontal')} value={String(first)} groups={[{ options }]} onChange={(x) => choose(Number(x), second)} />
      <span aria-hidden="true">×</span>
      <Choice label={t('vertical')} value={String(second)} groups={[{ options }]} onChange={(y) => choose(first, Number(y))} />
    </span>
  );
}

/** The runs' paths over the loss surface. */
export function PathPanel() {
  const t = useTranslations('path');
  const experiment = useExperiment();
  const trace = usePicture((state) => state.trace);
  const landscape = usePicture((state) => state.landscape);
  const chosen = useScreen((state) => state.view);
  const hovered = useScreen((state) => state.hovered);
  const parameters = parametersOf(experiment.problem);
  const view = viewOf(experiment.problem, chosen);
  return (
    <figure className="figure">
      <figcaption className="figure-caption">
        <h2 className="figure-title">{t('title')}</h2>
        {parameters.length > 2 ? <AxisChoices names={parameters} view={view} /> : <span className="wide-only">{t('hint')}</span>}
      </figcaption>
      <div className="figure-body">
        <PathPlot
          trace={trace}
          styles={useRunStyles()}
          selected={useSelected()}
          step={useStep()}
          hovered={hovered}
          onHover={(at) => showOnScreen({ hovered: at })}
          view={view}
          onViewChange={(changed) => showOnScreen({ view: changed })}
          onViewReset={() => showOnScreen({ view: null })}
          landscape={landscape}
          start={experiment.start}
          onStartChange={setStart}
          minima={minimaOf(experiment.problem)}
        />
      </div>
    </figure>
  );
}
