import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useShallow } from 'zustand/shallow';
import { linesOf, parametersOf, quantitiesOf, statesOf } from '../../experiment';
import { plotQuantities, type Run } from '../../experiment/core/types';
import { currentExperiment, useExperimentPart } from '../../workbench/stores/experimentStore';
import { screenStore, setScreen, useScreen } from '../../workbench/stores/screenStore';
import { useSeries } from '../../workbench/requests/seriesStore';
import { Choice } from '../controls/lists/Choice';
import type { ChoiceProps } from '../controls/lists/options';
import { withLateMessages } from '../late/LateMessages';
import { useRunStyles } from '../shared/runs';

/** At most this many lines of one run are shown together. */
const TOGETHER = 3;

/** The states or the lines of all rules, each with the runs that have it. Two rules may use one name for different things. */
function useNameOptions(
  runs: readonly Pick<Run, 'optimizer'>[],
  prefix: 'state.' | 'line.',
  namesOf: typeof statesOf,
): { value: string; label: string }[] {
  const t = useTranslations('series');
  const styles = useRunStyles();
  const names = useMemo(() => runs.map(namesOf), [runs, namesOf]);
  return [...new Set(names.flat())].map((name) => {
    const owners = names.flatMap((own, run) => (own.includes(name) ? [styles[run]?.label ?? ''] : []));
    return {
      value: `${prefix}${name}`,
      label: owners.length === runs.length ? name : t('stateOf', { name, runs: owners.join(t('between')) }),
    };
  });
}

/** Renders when an option changes, not with every change of a run: the list has dozens of elements. */
const QuantityList = memo(
  (props: ChoiceProps) => <Choice {...props} />,
  (a, b) => a.value === b.value && a.label === b.label && JSON.stringify(a.groups) === JSON.stringify(b.groups),
);

function choose(value: string): void {
  const chosen = quantitiesOf(currentExperiment()).find((candidate) => candidate === value);
  if (chosen) setScreen({ plot: { ...screenStore.getState().plot, quantity: chosen } });
}

function Quantity() {
  const t = useTranslations('series');
  const optimizers = useExperimentPart(useShallow(({ runs }) => runs.map(({ optimizer }) => optimizer)));
  const runs = useMemo(() => optimizers.map((optimizer) => ({ optimizer })), [optimizers]);
  const quantity = useScreen((state) => state.plot.quantity);
  const states = useNameOptions(runs, 'state.', statesOf);
  const lines = useNameOptions(runs, 'line.', linesOf);
  const groups = [
    { options: plotQuantities.map((value) => ({ value, label: t(`quantity.${value}`) })) },
    ...(states.length > 0 ? [{ label: t('states'), options: states }] : []),
    ...(lines.length > 0 ? [{ label: t('lines'), options: lines }] : []),
  ];
  return (
    <QuantityList className="figure-quantity" label={t('choose')} value={quantity} groups={groups} onChange={choose} />
  );
}

/** Which parameter is shown, if there are too many to show all. */
function ParameterChoice() {
  const t = useTranslations('series');
  const problem = useExperimentPart((experiment) => experiment.problem);
  const plot = useScreen((state) => state.plot);
  const report = useSeries();
  const names = useMemo(() => parametersOf(problem), [problem]);
  const isNeeded =
    plot.quantity !== 'loss' &&
    report?.quantity === plot.quantity &&
    report.runs.some(({ components }) => components > TOGETHER);
  if (!isNeeded) return null;
  const value = names.find((name) => name === plot.parameter) ?? names[0] ?? '';
  return (
    <Choice
      label={t('parameter')}
      value={value}
      groups={[{ options: names.map((name) => ({ value: name, label: name })) }]}
      onChange={(parameter) => setScreen({ plot: { ...plot, parameter } })}
    />
  );
}

/** The choice of what is plotted along the steps: the loss or another quantity. */
export default withLateMessages(function QuantityChoice() {
  return (
    <>
      <Quantity />
      <ParameterChoice />
    </>
  );
});
