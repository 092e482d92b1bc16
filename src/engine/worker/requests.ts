import type { Experiment } from '../../experiment/core/types';
import type { PredictionInputs, Predictions, PredictionModel } from '../float64/predict';
import type { FieldReport, ProbeReport } from '../float64/probe';
import type { Inspection } from '../float64/types';
import type { SampleColumns } from '../samples/types';
import type { SeriesQuantity, SeriesReport } from '../series';
import type { FinderReading } from '../series/finder';
import { SweepAssembly } from '../sweep/parts';
import type { SweepPart, SweepRequest, SweepResult } from '../sweep/types';
import type { Horizon, RunAnalysis } from '../theory';
import type { FoundTrials } from '../tuning/foundRates';
import type { RateCurve } from '../tuning/triedRates';
import type { EngineName, Trace, TracePart } from '../trace/types';
import type { Landscape, View } from '../view/types';
import { TraceAssembly } from './traceAssembly';

interface Assembly<Part, Answer> {
  /** The answer as far as it is known with this part. */
  readonly add: (part: Part) => Answer;
}

interface Urgency {
  /** The worker takes up jobs of lower numbers first, those in the background after all others. */
  readonly priority: number;
  /** Waits until nothing else is to do, and rests while the user interacts; for what takes seconds. */
  readonly isBackground?: true;
}

interface NewestOptions extends Urgency {
  /** Milliseconds before a newer request supersedes one in progress: long enough to show something while a slider moves. */
  readonly graceMs: number;
}

interface PartsOptions<Part, Answer> extends NewestOptions {
  readonly startAssembly: () => Assembly<Part, Answer>;
  /** Later requests refer to what the worker keeps of the answer, so a new worker has to answer it again. */
  readonly isKept?: true;
}

interface Types<Body, Part, Answer> {
  readonly body: Body;
  readonly part: Part;
  readonly answer: Answer;
}

/**
 * What page and worker know of a kind of request.
 *
 * `newest`: the screen asks, and only the newest request of the kind matters (requestSlots.ts).
 * `every`: a script asks, and every request is answered, by one message.
 */
interface Description<Policy extends 'newest' | 'every', Body, Part, Answer> extends PartsOptions<Part, Answer> {
  readonly policy: Policy;
  /** For the compiler only; never set. */
  readonly types?: Types<Body, Part, Answer>;
}

/** A request of the screen that is answered by one message. */
const newest = <Body, Answer>(options: NewestOptions): Description<'newest', Body, Answer, Answer> =>
  newestInParts({ ...options, startAssembly: () => ({ add: (answer) => answer }) });

/** A request of the screen whose answer comes in parts, which an assembly on the page puts together. */
const newestInParts = <Body, Part, Answer>(
  options: PartsOptions<Part, Answer>,
): Description<'newest', Body, Part, Answer> => ({ ...options, policy: 'newest' });

/** A request of a script. */
const every = <Body, Answer>(options: Urgency): Description<'every', Body, Answer, Answer> => ({
  ...options,
  graceMs: 0,
  policy: 'every',
  startAssembly: () => ({ add: (answer) => answer }),
});

interface TuneRequest {
  readonly experiment: Experiment;
  /** Indices of the runs, at least one, whose rules read the rate. */
  readonly runs: readonly number[];
}

interface TunePart {
  readonly run: number;
  readonly curve: RateCurve;
}

interface FinderAnswer {
  /** One for each run. */
  readonly readings: readonly FinderReading[];
  /** Null until the rates that were found have been tried. */
  readonly trials: readonly FoundTrials[] | null;
}

/**
 * Every kind of request, with the types of what is asked and answered. Protocol, client, request slots and job queue
 * follow from this table; how each is answered stands in handlers/, which only the worker loads.
 *
 * A request about an experiment has it in the field `experiment`: there sentData.ts finds the user's rows. A request about
 * a trace names it by the id of the `trace` request that it answered, and is not answered unless that trace is complete
 * and no newer one is.
 */
export const requests = {
  /** What the runs did; the answer grows, and has every outcome at last. */
  trace: newestInParts<{ readonly experiment: Experiment }, TracePart, Trace>({
    priority: 1,
    graceMs: 100,
    startAssembly: () => new TraceAssembly(),
    isKept: true,
  }),
  /** The loss on a grid over a view. */
  landscape: newest<{ readonly experiment: Experiment; readonly view: View }, Landscape>({ priority: 3, graceMs: 100 }),
  /** Quantities of update `step` (1-based) of a run, recomputed in float64 from the row before it. */
  inspect: newest<{ readonly traceId: number; readonly run: number; readonly step: number }, Inspection>({
    priority: 0,
    graceMs: 100,
  }),
  /** The samples of a data problem, column by column. */
  data: newest<{ readonly experiment: Experiment }, SampleColumns>({ priority: 4, graceMs: 0 }),
  /** Stability edge, curvature along the path, and reasons for the outcome of a run. */
  analyse: newest<{ readonly traceId: number; readonly run: number }, RunAnalysis>({ priority: 5, graceMs: 100 }),
  /** Where rounding decides the course of a run; null where it does not. See horizonOf. */
  horizon: newest<{ readonly traceId: number; readonly run: number }, Horizon | null>({ priority: 6, graceMs: 100 }),
  /** One quantity along every run; see seriesOf. */
  series: newest<{ readonly traceId: number; readonly quantity: SeriesQuantity }, SeriesReport>({
    priority: 5,
    graceMs: 100,
  }),
  /** The second path of every run whose rule has one: the series of the quantity `drawn`. */
  secondPaths: newest<{ readonly traceId: number }, SeriesReport>({ priority: 4, graceMs: 100 }),
  /** A sweep, coarse to fine: every grid when it is complete, and the last one also while it grows. */
  sweep: newestInParts<SweepRequest, SweepPart, SweepResult>({
    priority: 7,
    isBackground: true,
    graceMs: 0,
    startAssembly: () => new SweepAssembly(),
  }),
  /** The complete trace of an experiment that is not the one on the screen, such as that of a run of a sweep. */
  preview: newest<{ readonly experiment: Experiment }, Trace>({ priority: 2, graceMs: 100 }),
  /** What the runs say whose rates rise (experiment/finder.ts), and then also what the runs do at the rates that were found. */
  finder: newestInParts<{ readonly experiment: Experiment }, FinderAnswer, FinderAnswer>({
    priority: 5,
    graceMs: 100,
    startAssembly: () => ({ add: (part) => part }),
  }),
  /** What some runs end with at every rate that they are tried with: one part for each run. */
  tune: newestInParts<TuneRequest, TunePart, TunePart>({
    priority: 6,
    isBackground: true,
    graceMs: 0,
    startAssembly: () => ({ add: (part) => part }),
  }),
  /** The loss around one point, along a unit vector; see probeAt. */
  probe: newest<
    {
      readonly experiment: Experiment;
      readonly point: readonly number[];
      readonly direction: readonly number[];
      readonly lr: number;
    },
    ProbeReport
  >({ priority: 2, graceMs: 0 }),
  /** The full loss at one point. */
  loss: newest<{ readonly experiment: Experiment; readonly point: readonly number[] }, number>({
    priority: 2,
    graceMs: 0,
  }),
  /** The gradient on a grid over a view of two axes; see fieldOver. */
  field: newest<
    { readonly experiment: Experiment; readonly view: View; readonly width: number; readonly height: number },
    FieldReport
  >({ priority: 3, graceMs: 0 }),
  /** A default view for a typed loss, [min, max] of every parameter; null for any other problem. See surveyInSlices. */
  survey: newest<
    { readonly experiment: Experiment },
    { readonly ranges: readonly (readonly [number, number])[] | null }
  >({ priority: 2, graceMs: 100 }),
  /** What a model predicts with each of some values of its parameters; see predict. */
  predictions: newest<
    {
      readonly model: PredictionModel;
      readonly points: readonly (readonly number[])[];
      readonly inputs: PredictionInputs;
    },
    Predictions
  >({ priority: 2, graceMs: 100 }),
  /** The complete trace of an experiment, by a chosen engine. */
  scriptRun: every<{ readonly experiment: Experiment; readonly engine: EngineName }, Trace>({
    priority: 6,
    isBackground: true,
  }),
  /** The loss over a view that is not on the screen yet. */
  landscapeAhead: every<{ readonly experiment: Experiment; readonly view: View }, Landscape>({
    priority: 6,
    isBackground: true,
  }),
  /** A sweep in one grid, by a chosen engine. Fails naming the field where `checkSweep` refuses. */
  scriptSweep: every<SweepRequest & { readonly engine: EngineName }, SweepResult>({ priority: 8, isBackground: true }),
  /** The same as `tune` in one answer, by a chosen engine: a curve for each run that was asked for. */
  scriptTune: every<TuneRequest & { readonly engine: EngineName }, readonly RateCurve[]>({
    priority: 8,
    isBackground: true,
  }),
};

export type RequestKind = keyof typeof requests;

type RequestTypes = { [K in RequestKind]: NonNullable<(typeof requests)[K]['types']> };
/** What is asked. */
export type BodyOf<K extends RequestKind> = RequestTypes[K]['body'];
/** What one message of the answer holds. */
export type PartOf<K extends RequestKind> = RequestTypes[K]['part'];
/** What the page receives. */
export type AnswerOf<K extends RequestKind> = RequestTypes[K]['answer'];

type KindsWith<Policy> = {
  [K in RequestKind]: (typeof requests)[K]['policy'] extends Policy ? K : never;
}[RequestKind];
export type ScreenRequestKind = KindsWith<'newest'>;
export type ScriptRequestKind = KindsWith<'every'>;

/** The assemblies of the table, in a form in which the compiler relates them to the kind. */
export const assemblyOf = <K extends RequestKind>(kind: K): Assembly<PartOf<K>, AnswerOf<K>> => {
  const table: { [P in RequestKind]: { startAssembly: () => Assembly<PartOf<P>, AnswerOf<P>> } } = requests;
  return table[kind].startAssembly();
};
