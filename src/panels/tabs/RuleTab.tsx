import { memo, useMemo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { findOptimizer, symbolOf, type Optimizer } from '../../catalogue';
import { rateTex } from '../../catalogue/schedules/rateTex';
import type { Inspection, NamedValue } from '../../engine/float64/types';
import { hasDomain, modifierHyper, scheduleByKind, updateCounts } from '../../experiment';
import { ruleOfRun } from '../../experiment/core/ruleOfRun';
import type { Run } from '../../experiment/core/types';
import { type Rule as UpdateRule } from '../../formula';
import { defaultSymbol } from '../../formula/symbols';
import { ruleTex, type TexLine } from '../../formula/tex';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { useResults } from '../../workbench/stores/resultStore';
import { useScreen } from '../../workbench/stores/screenStore';
import { useStep } from '../../workbench/playback/transport';
import { lazyWith } from '../../late/lazyWith';
import { useRunStyles, useSelected } from '../shared/runs';
import { Tex } from '../shared/Tex';
import { valuesText } from '../shared/valuesText';
import { LoadingText } from '../shared/LoadingText';
import './ruleTab.css';

const ArrowChoice = lazyWith(
  () => import('./ArrowChoice'),
  () => <span className="arrow-choice-waiting" />,
);

const MethodTab = lazyWith(() => import('./method/MethodTab'), LoadingText);

const RuleEditor = lazyWith(() => import('../rule/RuleEditor'), LoadingText);

const ManyNumbers = lazyWith<{ readonly values: readonly number[] }>(() => import('./ManyNumbers'));

/** More numbers than these fill lines that nobody reads. */
const MOST_NUMBERS = 8;

/** The values of a quantity: a vector if it has one number per parameter, otherwise a number; many of them on request. */
const shownValues = (values: readonly number[]): ReactNode =>
  values.length > MOST_NUMBERS ? <ManyNumbers values={values} /> : valuesText(values);

/** The number of an update from 0, as schedules count; the rule counts t from 1. */
const COUNT = 'k';
const COUNTED = `${COUNT} = t - 1`;
const SCHEDULED = `\\eta_${COUNT}`;

const symbolIn = (optimizer: Optimizer, name: string): string => symbolOf(optimizer, name) ?? defaultSymbol(name);

/** The inspection if it is of this run and rule; null after a change until the worker answers for the new one. */
function inspectionOf(inspection: Inspection | null, run: number, { lines }: UpdateRule): Inspection | null {
  const fits =
    inspection?.run === run &&
    inspection.lines.length === lines.length &&
    inspection.lines.every(({ name }, i) => name === lines[i]?.name);
  return fits ? inspection : null;
}

interface QuantityProps {
  readonly name: string;
  readonly symbol: string;
}

/** `v = (0.1, 0.2)` */
const Quantity = ({ name, symbol, children }: QuantityProps & { readonly children: ReactNode }) => (
  <span className="rule-quantity">
    <Tex tex={`${symbol} =`} plain={`${name} =`} /> {children}
  </span>
);

interface LineProps extends QuantityProps {
  readonly tex: string;
  readonly values: readonly number[] | undefined;
  readonly children?: ReactNode;
}

const isSameLine = (one: LineProps, other: LineProps): boolean =>
  one.tex === other.tex && one.children === other.children && String(one.values) === String(other.values);

/** A line of the rule with its values in this update. Memoised, because typesetting is the slowest part of playback. */
const Line = memo(function Line({ tex, name, symbol, values, children }: LineProps) {
  return (
    <li className="rule-line">
      <span className="rule-formula">
        <Tex tex={`\\displaystyle ${tex}`} plain={name} />
      </span>
      {values && (
        <Quantity name={name} symbol={symbol}>
          {shownValues(values)}
        </Quantity>
      )}
      {children}
    </li>
  );
}, isSameLine);

interface NumbersProps {
  readonly lines: readonly TexLine[];
  readonly optimizer: Optimizer;
  readonly inspection: Inspection | null;
}

/** The values before the update: the parameters, and the states that are used with these hyperparameters. */
function Before({ lines, optimizer, inspection }: NumbersProps) {
  const t = useTranslations('update');
  const isUsed = ({ name }: NamedValue) => lines.some((line) => line.name === name);
  return (
    <p className="rule-before">
      <span className="soft">{t('before')}</span>
      {inspection?.before.filter(isUsed).map(({ name, values }) => (
        <Quantity key={name} name={name} symbol={symbolIn(optimizer, name)}>
          {shownValues(values)}
        </Quantity>
      ))}
    </p>
  );
}

interface LinesProps extends NumbersProps {
  readonly run: Run;
  readonly index: number;
}

function Lines({ lines, optimizer, inspection, run, index: runIndex }: LinesProps) {
  const count = lines.length + Number(run.schedule !== undefined);
  return (
    <ol className="rule-lines" style={{ '--half': Math.ceil(count / 2), '--third': Math.ceil(count / 3) }}>
      {run.schedule && <RateLine run={run} index={runIndex} inspection={inspection} />}
      {lines.map(({ index, name, tex }) => (
        <Line
          key={index}
          tex={tex}
          name={name}
          symbol={symbolIn(optimizer, name)}
          values={inspection?.lines[index]?.values}
        />
      ))}
    </ol>
  );
}

/** The rule of a run, with the lines that its modifiers add. */
const useRule = (run: Run): UpdateRule =>
  ruleOfRun(
    run,
    useExperimentPart(({ problem }) => hasDomain(problem)),
  );

function useLines(run: Run, rule: UpdateRule, optimizer: Optimizer): readonly TexLine[] {
  const { schedule } = run;
  const t = useTranslations('rule');
  const otherwise = t('otherwise');
  const isScheduled = schedule !== undefined;
  return useMemo(
    () =>
      ruleTex(
        rule,
        { ...run.hyper, ...modifierHyper(run) },
        { symbol: (name) => (isScheduled && name === 'lr' ? SCHEDULED : symbolOf(optimizer, name)), otherwise },
      ),
    [rule, optimizer, run, isScheduled, otherwise],
  );
}

/** The rate of this update by the run's schedule: the first line of a rule whose rate changes. */
function RateLine({
  run: { schedule },
  index,
  inspection,
}: {
  readonly run: Run;
  readonly index: number;
  readonly inspection: Inspection | null;
}) {
  const t = useTranslations('rule');
  const otherwise = t('otherwise');
  const updates = useExperimentPart((experiment) => updateCounts(experiment)[index] ?? 0);
  const tex = useMemo(
    () => schedule && rateTex(scheduleByKind(schedule.kind), schedule, updates, { otherwise, count: COUNT }),
    [schedule, updates, otherwise],
  );
  const rate = inspection?.hyper['lr'];
  if (tex === undefined) return null;
  return (
    <Line tex={tex} name="lr" symbol={SCHEDULED} values={rate === undefined ? rate : [rate]}>
      {inspection ? (
        <Quantity name={COUNT} symbol={COUNTED}>
          {inspection.step - 1}
        </Quantity>
      ) : (
        <Tex tex={COUNTED} plain={COUNTED} />
      )}
    </Line>
  );
}

function Rule({
  run,
  index,
  optimizer,
  label,
}: {
  readonly run: Run;
  readonly index: number;
  readonly optimizer: Optimizer;
  readonly label: string;
}) {
  const t = useTranslations('update');
  const rule = useRule(run);
  const lines = useLines(run, rule, optimizer);
  const rows = useResults((state) => state.trace?.runs[index]?.rows ?? 0);
  const format = run.precision?.format ?? 'float64';
  const step = useStep();
  const update = Math.min(step, rows - 1);
  const answered = useResults((state) => state.inspection);
  // While the transport moves, this shows the last inspection, with the number of its own step.
  const inspection = update < 1 ? null : inspectionOf(answered, index, rule);
  const remark =
    update < 1 ? t('start') : update < step ? t('ended', { step: update, format }) : t('recomputed', { format });
  return (
    <section className="rule" aria-label={t('of', { label, step: update })}>
      <p className="rule-head">
        <strong>{label}</strong>
        {update >= 1 && <span>{t('numbers', { step: inspection?.step ?? update })}</span>}
        <span className="soft">{remark}</span>
        <ArrowChoice />
      </p>
      {inspection && <Before lines={lines} optimizer={optimizer} inspection={inspection} />}
      <Lines lines={lines} optimizer={optimizer} inspection={inspection} run={run} index={index} />
    </section>
  );
}

/**
 * The selected run's update rule as mathematics, specialized to its flags, with the numbers of the current step; a classical
 * method in words, with what its iteration tried.
 */
export function RuleTab() {
  const index = useSelected();
  const run = useExperimentPart(({ runs }) => runs[index]);
  const label = useRunStyles()[index]?.label ?? '';
  const optimizer = run && findOptimizer(run.optimizer);
  const isEdited = useScreen((state) => state.editsRule);
  if (optimizer?.kind === 'method') return <MethodTab method={optimizer.id} run={index} />;
  return run && optimizer ? (
    <>
      {isEdited && <RuleEditor />}
      <Rule run={run} index={index} optimizer={optimizer} label={label} />
    </>
  ) : null;
}
