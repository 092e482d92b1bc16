import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { linesOf, parametersOf, quantitiesOf, statesOf } from '../../experiment';
import { plotQuantities, type Experiment } from '../../experiment/core/types';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { useSeries } from '../../workbench/requests/seriesStore';
import { Choice } from '../controls/lists/Choice';
import { withLateMessages } from '../late/LateMessages';
import { useRunStyles } from '../shared/runs';

/** At most this many lines of one run are shown together. */
const TOGETHER = 3;

/** The states or the lines of all rules, each with the runs that have it. Two rules may use one name for different things. */
function useNameOptions(
  runs: Experiment['runs'],
  prefix: 'state.' | 'line.',
  namesOf: typeof statesOf,
): { value: string; label: string }[] {
  const t = useTranslations('series');
  const styles = useRunStyles();
  return quantitiesOf({ runs })
    .filter((value) => value.startsWith(prefix))
    .map((value) => {
      const name = value.slice(prefix.length);
      const owners = runs.flatMap((own, run) => (namesOf(own).includes(name) ? [styles[run]?.label ?? ''] : []));
      return {
        value,
        label: owners.length === runs.length ? name : t('stateOf', { name, runs: owners.join(t('between')) }),
      };
    });
}

function Quantity() {
  const t = useTranslations('series');
  const runs = useExperimentPart((experiment) => experiment.runs);
  const plot = useScreen((state) => state.plot);
  const states = useNameOptions(runs, 'state.', statesOf);
  const lines = useNameOptions(runs, 'line.', linesOf);
  const groups = [
    { options: plotQuantities.map((value) => ({ value, label: t(`quantity.${value}`) })) },
    ...(states.length > 0 ? [{ label: t('states'), options: states }] : []),
    ...(lines.length > 0 ? [{ label: t('lines'), options: lines }] : []),
  ];
  const choose = (value: string) => {
    const chosen = quantitiesOf({ runs }).find((candidate) => candidate === value);
    if (chosen) setScreen({ plot: { ...plot, quantity: chosen } });
  };
  return (
    <Choice className="figure-quantity" label={t('choose')} value={plot.quantity} groups={groups} onChange={choose} />
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
