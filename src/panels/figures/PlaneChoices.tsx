import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { parametersOf } from '../../experiment';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { setScreen } from '../../workbench/stores/screenStore';
import { viewAlong } from '../../workbench/requests/parameterViews';
import { choosePrincipal, chooseView, currentView, useParameterAxes } from '../../workbench/requests/view';
import { Choice } from '../controls/lists/Choice';
import { Segments } from '../controls/lists/Segments';
import { useRunStyles, useSelected } from '../shared/runs';

/** Up to this many held parameters are named; of more, only the plot shows the number. */
const NAMED = 3;

interface AxisChoicesProps {
  readonly names: readonly string[];
  /** Indices of the parameters along the two axes. */
  readonly first: number;
  readonly second: number;
}

/** Which two parameters span the plane. */
function AxisChoices({ names, first, second }: AxisChoicesProps) {
  const t = useTranslations('path');
  const problem = useExperimentPart((experiment) => experiment.problem);
  const options = names.map((name, index) => ({ value: String(index), label: name }));
  const choose = (horizontal: number, vertical: number) => {
    // Choosing the parameter of the other axis swaps the two.
    const [x, y] = horizontal === vertical ? [second, first] : [horizontal, vertical];
    chooseView(viewAlong(problem, [x, y], currentView().held));
  };
  return (
    <>
      <Choice
        label={t('horizontal')}
        value={String(first)}
        groups={[{ options }]}
        onChange={(x) => choose(Number(x), second)}
      />
      <span aria-hidden="true">×</span>
      <Choice
        label={t('vertical')}
        value={String(second)}
        groups={[{ options }]}
        onChange={(y) => choose(first, Number(y))}
      />
    </>
  );
}

/**
 * For problems with more than two parameters: which plane is shown, that of two parameters or the principal plane, and
 * the held values of the others.
 */
export default memo(function PlaneChoices() {
  const t = useTranslations('path');
  const names = parametersOf(useExperimentPart((experiment) => experiment.problem));
  const run = useRunStyles()[useSelected()]?.label ?? '';
  const axes = useParameterAxes();
  const isPrincipal = axes === null;
  const [first, second = first] = axes ?? [0, 1];
  const others = names.filter((_, i) => i !== first && i !== second);
  const held = others.length > NAMED ? null : t('heldAs', { names: others.join(', '), run });
  const note = isPrincipal ? t('planeOf', { run }) : held;
  return (
    <span className="figure-choices">
      {note !== null && <span className="figure-note">{note}</span>}
      {!isPrincipal && <AxisChoices names={names} first={first} second={second} />}
      <Segments
        label={t('across')}
        value={isPrincipal ? 'principal' : 'parameters'}
        options={(['parameters', 'principal'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(chosen) => (chosen === 'principal' ? choosePrincipal() : setScreen({ view: null }))}
      />
    </span>
  );
});
