import * as v from 'valibot';
import { findProblem, optimizers, ruleOf } from '..';
import type { Optimizer } from '..';

/** A number as the golden files write it: what JSON cannot hold is a string. */
const golden = v.pipe(
  v.union([v.number(), v.picklist(['nan', 'inf', '-inf'])]),
  v.transform((value) => (typeof value === 'number' ? value : { nan: Number.NaN, inf: Infinity, '-inf': -Infinity }[value])),
);
const hyper = v.record(v.string(), v.union([v.number(), v.boolean(), v.tuple([v.number(), v.number()])]));

const trajectories = v.object({
  cases: v.array(
    v.object({
      name: v.string(),
      /** Name of the surface in the golden file, and its formula in plain infix. */
      surface: v.string(),
      formula: v.string(),
      params: v.array(v.string()),
      start: v.array(v.number()),
      /** Class of torch.optim, and its arguments. */
      optimizer: v.string(),
      hyper,
      steps: v.number(),
      dtype: v.picklist(['float64', 'float32']),
      /** After k updates. */
      theta: v.array(v.array(golden)),
      loss: v.array(golden),
    }),
  ),
});

const regression = v.object({
  x: v.array(v.array(v.number())),
  y: v.array(v.number()),
  start: v.array(v.number()),
  epochs: v.number(),
  order: v.array(v.array(v.number())),
  runs: v.array(
    v.object({
      name: v.string(),
      optimizer: v.string(),
      hyper,
      batch_size: v.number(),
      accumulation_steps: v.number(),
      'lr_times_0.1_each_epoch_after': v.nullable(v.number()),
      recorded_every: v.number(),
      updates: v.number(),
      /** After 0, recorded_every, 2*recorded_every ... updates. */
      theta: v.array(v.array(golden)),
      full_loss: v.array(golden),
    }),
  ),
});

export type TrajectoryCase = v.InferOutput<typeof trajectories>['cases'][number];
export type RegressionFile = v.InferOutput<typeof regression>;
export type RegressionCase = RegressionFile['runs'][number];
type TorchHyper = TrajectoryCase['hyper'];

/** Checks what was read from `trajectories.json`. Throws ValiError. */
export const parseTrajectories = (json: unknown): readonly TrajectoryCase[] => v.parse(trajectories, json).cases;

/** Checks what was read from `regression.json`. Throws ValiError. */
export const parseRegression = (json: unknown): RegressionFile => v.parse(regression, json);

/** An experiment of one run that repeats a trajectory. */
export function toExperiment({ surface, start, steps, optimizer, hyper: torchHyper }: TrajectoryCase) {
  return { version: 1, problem: problemOf(surface), start, steps, seed: 1, runs: [runOf(optimizer, torchHyper)] } as const;
}

/** An experiment of one run that repeats a regression, with the file's data, order and start. */
export function toRegressionExperiment({ x, y, order, start, epochs }: RegressionFile, run: RegressionCase) {
  const after = run['lr_times_0.1_each_epoch_after'];
  const schedule = after === null ? {} : { schedule: { kind: 'epochDecay', args: { factor: 0.1, after } } };
  const batch = { size: run.batch_size, accumulate: run.accumulation_steps, reduce: 'mean', tail: 'as-is', sampling: 'shuffle', stages: 1 } as const;
  return {
    version: 1,
    problem: { kind: 'data', id: 'linear-regression', settings: defaultsOf('linear-regression'), userData: { x, y, order } },
    start, epochs, seed: 1,
    runs: [{ ...runOf(run.optimizer, run.hyper), batch, ...schedule }],
  } as const;
}

/** Every case of a torch class is repeated by the optimizer that names it; `ill-conditioned` is the bowl at kappa 25. */
function problemOf(surface: string) {
  const id = surface === 'ill-conditioned' ? 'quadratic' : surface;
  return { kind: 'function', id, constants: defaultsOf(id) } as const;
}

function defaultsOf(id: string): Record<string, number> {
  const problem = findProblem(id);
  if (!problem) throw new RangeError(`no problem ${id}`);
  const settings = problem.kind === 'data' ? problem.settings : problem.constants;
  return Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.default]));
}

/** The run of a torch class. Missing hyperparameters have the rule's defaults, so that the test compares these with torch's too. */
function runOf(torchClass: string, torchHyper: TorchHyper) {
  const optimizer = optimizerOf(torchClass);
  const written = Object.entries(torchHyper).flatMap(([name, value]) => ourHyper(name, value));
  const known = ruleOf(optimizer).hyper;
  const defaults = known.map((h): [string, number | boolean] => [h.name, h.flag ? h.default === 1 : h.default]);
  for (const [name] of written) if (!known.some((h) => h.name === name)) throw new RangeError(`${optimizer.id} has no ${name}`);
  return { optimizer: optimizer.id, hyper: Object.fromEntries([...defaults, ...written]) };
}

function optimizerOf(torchClass: string): Optimizer {
  const found = optimizers.find(({ truth }) => 'torch' in truth && truth.torch === torchClass);
  if (!found) throw new RangeError(`no optimizer for torch.optim.${torchClass}`);
  return found;
}

/** Arguments that torch passes as a pair, with our two names. */
const PAIRS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['betas', ['beta1', 'beta2']],
  ['etas', ['etaMinus', 'etaPlus']],
  ['step_sizes', ['minStep', 'maxStep']],
]);

function ourHyper(name: string, value: TorchHyper[string]): [string, number | boolean][] {
  const pair = PAIRS.get(name);
  if (!pair !== !Array.isArray(value)) throw new RangeError(`${name} is not a pair`);
  if (pair && Array.isArray(value)) return [[pair[0], value[0]], [pair[1], value[1]]];
  const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Array.isArray(value) ? [] : [[camel, value]];
}
