import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { isMethod } from '../../catalogue';
import type { NamedValue } from '../../engine/float64/types';
import { hasDomain, modifierHyper } from '../../experiment';
import { ruleOfRun } from '../../experiment/core/ruleOfRun';
import { shownLines } from '../../formula/shownLines';
import { formatNumber } from '../../plots';
import { hasItalics } from '../../plots/kit/geometry/hasItalics';
import { useExperiment } from '../../workbench/stores/experimentStore';
import { useResults } from '../../workbench/stores/resultStore';
import { useStep } from '../../workbench/playback/transport';
import { withLateMessages } from '../late/LateMessages';
import { useRunStyles, useSelected } from '../shared/runs';
import { Trials } from './method/Trials';
import './stepTable.css';

/** The shortest text that reads back as the same float64. */
const exact = (value: number): string =>
  formatNumber(value, value.toExponential().split('e')[0]?.replace(/\D/g, '').length ?? 17);

interface GroupProps {
  readonly title: string;
  readonly rows: readonly NamedValue[];
  readonly width: number;
}

/** The cells of a quantity: one number per parameter, or one for all of them. */
function Group({ title, rows, width }: GroupProps) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={width + 1} className="soft">
          {title}
        </th>
      </tr>
      {rows.map(({ name, values }, i) => (
        <tr key={i}>
          <th scope="row">{hasItalics(name) ? <i>{name}</i> : name}</th>
          {values.length === width ? (
            values.map((value, k) => <td key={k}>{exact(value)}</td>)
          ) : (
            <td colSpan={width} className="numbers-outcome">
              {values.map(exact).join(', ')}
            </td>
          )}
        </tr>
      ))}
    </tbody>
  );
}

/** The values after the update of all names that had a value before it: those that the next update starts from. */
const afterOf = (before: readonly NamedValue[], lines: readonly NamedValue[]): NamedValue[] =>
  before.map((quantity) => lines.filter(({ name }) => name === quantity.name).pop() ?? quantity);

/**
 * The names that a run's rule assigns with its flags, and the indices of its lines that do: none that a flag has turned off,
 * and of a loop those of its last turn.
 */
function useUsedLines(run: number) {
  const { runs, problem } = useExperiment();
  return useMemo(() => {
    const chosen = runs[run];
    if (!chosen || isMethod(chosen.optimizer)) return null;
    const rule = ruleOfRun(chosen, hasDomain(problem));
    const lines = shownLines(rule, { ...chosen.hyper, ...modifierHyper(chosen) });
    return {
      count: rule.lines.length,
      indices: new Set(lines.map(({ index }) => index)),
      names: new Set(lines.map(({ name }) => name)),
    };
  }, [runs, run, problem]);
}

/**
 * The quantities of the selected run's step that the "Update rule" shows, with all digits, in the order of the rule. The lines
 * of a loop stand once, with the values of its last turn.
 */
export default withLateMessages(function StepTable() {
  const t = useTranslations('series.table');
  const selected = useSelected();
  const used = useUsedLines(selected);
  const label = useRunStyles()[selected]?.label ?? '';
  const parameters = useResults(({ trace }) => trace?.parameters);
  const inspection = useResults((state) => state.inspection);
  const now = useStep();
  const record = useResults(({ trace }) => trace?.runs[selected]?.method);
  if (record) return <Trials record={record} step={now} />;
  // After a change of the rule the last inspection is still of the old one.
  if (now === 0 || !parameters || inspection?.run !== selected || used?.count !== inspection.lines.length) return null;
  const { step, fullGradient, gradient, batch } = inspection;
  const before = inspection.before.filter(({ name }) => used.names.has(name));
  const lines = inspection.lines.filter((_, index) => used.indices.has(index));
  const width = parameters.length;
  const gradients: NamedValue[] = [
    { name: t('full'), values: fullGradient },
    ...(batch ? [{ name: t('batch'), values: gradient }] : []),
  ];
  return (
    <table className="numbers step-table">
      <caption>{t('caption', { label, step })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('quantity')}</th>
          {parameters.map((name) => (
            <th key={name} scope="col">
              <i>{name}</i>
            </th>
          ))}
        </tr>
      </thead>
      <Group title={t('before')} rows={before} width={width} />
      <Group title={t('gradients')} rows={gradients} width={width} />
      <Group title={t('lines')} rows={lines} width={width} />
      <Group title={t('after')} rows={afterOf(before, lines)} width={width} />
    </table>
  );
});
