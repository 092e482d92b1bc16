import { useTranslations } from 'use-intl';
import type { Horizon, Reason } from '../../engine/theory';
import { formatNumber } from '../../plots';
import { useAnalysisOfTrace } from '../../workbench/requests/analysisStore';
import { useFollowedHorizon } from '../../workbench/requests/horizonStore';
import { useResults } from '../../workbench/stores/resultStore';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { setStart } from '../../workbench/edits/edits';
import { requestSurvey } from '../../workbench/requests/survey';
import { withLateMessages } from '../late/LateMessages';
import { useProse } from '../shared/useProse';
import { DIGITS, digitsApart, digitsOfFactor } from './digits';
import './why.css';

type ReasonValue = string | number | readonly number[];

/** Numbers that a sentence compares with each other or, as a factor, with 1; measured ones stay rounded. */
const compared: ReadonlySet<string> = new Set(['lr', 'limit', 'bearable', 'ratio', 'growth']);
function digitsFor(entries: readonly (readonly [string, ReasonValue])[]): number {
  const values = entries.flatMap(([name, value]) => (compared.has(name) && typeof value === 'number' ? [value] : []));
  const growth = entries.flatMap(([name, value]) => (name === 'growth' ? [digitsOfFactor(Number(value))] : []));
  return Math.max(digitsApart([1, ...values]), ...growth);
}

/** Whole numbers up to this stay numbers, because they decide singular and plural; all others are rounded texts. */
const LARGEST_COUNT = 1e6;

/** A point is named by its coordinates, `none` if it has none (see `readable` in engine/theory). */
function inWords(
  value: ReasonValue,
  digits: number,
  parameters: readonly string[],
  write: ReturnType<typeof useProse>,
): string | number {
  if (typeof value === 'string') return value;
  if (typeof value === 'number')
    return Number.isInteger(value) && value >= 0 && value <= LARGEST_COUNT ? value : write(value, digits);
  if (value.length === 0) return 'none';
  return value.map((x, i) => `${parameters[i] ?? ''} = ${formatNumber(x, DIGITS)}`).join(', ');
}

/** A number as a fraction of small whole numbers, as in the formula `x^(1/3)`; null if it is none. */
function asFraction(value: ReasonValue): string | null {
  const below = [2, 3, 4, 5, 6, 7, 8, 9];
  const found = below.find((n) => Number.isInteger(Math.fround(Number(value) * n)) && !Number.isInteger(value));
  return found === undefined ? null : `${Math.round(Number(value) * found)}/${found}`;
}

/** What a sentence says beside its reason's own values: in how many directions a run can move. */
const useDirections = (run: number): number =>
  useResults(
    ({ trace, traced }) => (trace?.parameters.length ?? 1) - (traced?.runs[run]?.modifiers?.frozen?.length ?? 0),
  );

const noConstants = {};

/** The problem's constants, by which a number in a sentence is called. */
const useConstants = (): Readonly<Record<string, number>> =>
  useResults(({ traced }) => (traced && traced.problem.kind !== 'data' && traced.problem.constants) || noConstants);

function useSentence(run: number): (reason: Reason) => string {
  const t = useTranslations('why');
  const write = useProse();
  const parameters = useResults((state) => state.trace?.parameters) ?? [];
  const directions = useDirections(run);
  const constants = useConstants();
  return ({ code, values, names }) => {
    const entries = Object.entries<ReasonValue>(values);
    const digits = digitsFor(entries);
    const isPower = 'operation' in values && values.operation === 'pow';
    // A rule has names of its own.
    const [a, b] = ('computing' in values && values.computing !== 'update' && names) || [];
    const calls = Object.entries({ a, b }).flatMap(([name, called]) =>
      called && Object.hasOwn(constants, called) ? [[name, `${called} = `] as const] : [],
    );
    const called = Object.fromEntries(calls);
    const words = entries.map(([name, value]) => {
      const text = (isPower && name === 'b' && asFraction(value)) || inWords(value, digits, parameters, write);
      return [name, called[name] === undefined ? text : `${called[name]}${text}`] as const;
    });
    return t(code, { directions, ...Object.fromEntries(words) });
  };
}

/** That rounding decides the course of a run, so that the digits of its loss say little. */
function useRoundingSentence(): (horizon: Horizon) => string {
  const t = useTranslations('edge');
  const write = useProse();
  return (horizon) => {
    if (horizon.kind === 'diverges') return t('roundingDiverges');
    const { loss, loss64 } = horizon.losses;
    const digits = digitsApart([loss, loss64]);
    const losses = { loss: write(loss, digits), loss64: write(loss64, digits) };
    if (horizon.kind === 'otherLoss') return t('roundingLoss', losses);
    const ends = { step: horizon.step, distance: write(horizon.distance, DIGITS), ...losses };
    return losses.loss === losses.loss64 ? t('roundingSameLoss', ends) : t('rounding', ends);
  };
}

/** Moves the start to a point where the loss has a value and a slope. */
function BetterStart({ start }: { readonly start: readonly number[] }) {
  const t = useTranslations('edge');
  const parameters = useResults((state) => state.trace?.parameters) ?? [];
  const move = () => {
    setStart(start);
    requestSurvey();
  };
  return (
    <button type="button" className="more" onClick={move}>
      {t('startAt', { point: start.map((x, i) => `${parameters[i] ?? ''} = ${formatNumber(x, DIGITS)}`).join(', ') })}
    </button>
  );
}

interface WhyProps {
  readonly run: number;
  /** The short form: one sentence for a run that ended as expected, and a button that opens the curvature tab. */
  readonly isBrief?: boolean;
  /** Whether the short form has the button. */
  readonly hasButton?: boolean;
}

/** The values of the sentence about what a method evaluated. */
function evaluationWords(evaluations: readonly (readonly number[])[]) {
  const [losses = 0, gradients = 0, hessians = 0] = evaluations.at(-1) ?? [];
  return { step: evaluations.length - 1, losses, gradients, hessians };
}

const expectedOutcomes: ReadonlySet<string> = new Set(['converged', 'descending']);

/** Why a run ended as it did, in a sentence or two. */
export default withLateMessages(function Why({ run, isBrief = false, hasButton = true }: WhyProps) {
  const t = useTranslations('edge');
  const stopped = useTranslations('method');
  const sentence = useSentence(run);
  const rounding = useRoundingSentence();
  const { why, betterStart } = useAnalysisOfTrace(run) ?? {};
  const horizon = useFollowedHorizon(run);
  const outcome = useResults((state) => state.trace?.runs[run]?.outcome?.kind);
  const isHidden = useScreen((state) => state.hidesFuture);
  const method = useResults((state) => state.trace?.runs[run]?.method);
  if (isHidden || outcome === undefined) return null;
  if (method) {
    const { stop } = method;
    const said = evaluationWords(method.evaluations);
    return (
      <p className="why">
        {stop && `${stopped(`stop.${stop}`, { step: said.step })} `}
        {(!isBrief || stop === null) && stopped('evaluations', said)}
      </p>
    );
  }
  // All of it at once: a sentence that came later would move what stands below.
  if (!why || why.length === 0 || horizon === undefined) return null;
  const said = isBrief && expectedOutcomes.has(outcome) ? why.slice(0, 1) : why;
  return (
    <p className="why">
      {[...said.map(sentence), ...(horizon ? [rounding(horizon)] : [])].join(t('between'))}{' '}
      {betterStart && <BetterStart start={betterStart} />}{' '}
      {isBrief && hasButton && (
        <button type="button" className="more" onClick={() => setScreen({ tab: 'curvature' })}>
          {t('show')}
        </button>
      )}
    </p>
  );
});
