import fc from 'fast-check';
import {
  hyperDomain,
  methods,
  optimizers,
  problems,
  schedules,
  warmupArguments,
  type DataProblem,
  type Problem,
  type ScheduleArgument,
  type ScheduleValues,
  type Setting,
  type Warmup,
} from '../../catalogue';
import { defaultChoice, hyperById } from '../core/choice';
import { fullBatch } from '../core/defaults';
import { epochLimit } from '../core/updates';
import { limits } from '../core/limits';
import type { Range } from '../core/expectations';
import {
  batchReduces,
  batchTails,
  samplings,
  type Batch,
  type DataChoice,
  type Experiment,
  type Modifiers,
  type ProblemChoice,
  type Run,
  type RunPrecision,
  type Schedule,
} from '../core/types';

/* Random valid experiments for property tests. */

/** Never -0, which JSON writes as 0. */
const number = ({ min, max }: Range): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true }).map((x) => (x === 0 ? 0 : x));

const coordinate = number(limits.coordinate);

const values = (settings: Readonly<Record<string, Setting>>): fc.Arbitrary<Record<string, number>> =>
  fc.record(
    Object.fromEntries(
      Object.entries(settings).map(([name, setting]) => {
        const any = setting.integer ? fc.integer(setting) : number(setting);
        return [name, fc.oneof(fc.constant(setting.default), any)];
      }),
    ),
  );

/** Losses with every kind of character that a link must encode. */
const custom = fc.constantFrom<ProblemChoice>(
  { kind: 'custom', loss: 'x^4 - 2*x^2 + 0.3*x', parameters: ['x'] },
  { kind: 'custom', loss: ' if(a_ < 2, -a_, b1*1e-3)+max(a_,\tb1) ', parameters: ['a_', 'b1'] },
  { kind: 'custom', loss: '2.', parameters: ['y', 'x'] },
  { kind: 'custom', loss: 'a*x^2 + b_1*y', parameters: ['x', 'y'], constants: { a: -1e-7, b_1: 2.5 } },
  {
    kind: 'custom',
    loss: 'a+b+c+d+f+g+h*k',
    parameters: [...'abcdfghk'],
    ranges: [...'abcdfghk'].map(() => [-1, 2e6]),
  },
  { kind: 'custom', loss: 'x^2 + c', parameters: ['x'], constants: { c: 0 }, ranges: [[-0.5, 40]] },
);

function userData(problem: DataProblem, features: Range): fc.Arbitrary<DataChoice> {
  const sizes = fc.tuple(
    fc.integer({ min: limits.samples.min, max: 6 }),
    fc.integer({ min: features.min, max: Math.min(3, features.max) }),
  );
  return sizes.chain(([samples, width]) => {
    const exactly = <T>(one: fc.Arbitrary<T>, length: number) =>
      fc.array(one, { minLength: length, maxLength: length });
    const order = fc.array(exactly(fc.nat(samples - 1), samples), { minLength: 1, maxLength: 4 });
    const name = fc.string({ maxLength: limits.columnName });
    const data = fc.record(
      {
        x: exactly(exactly(coordinate, width), samples),
        y: exactly(problem.target === 'class' ? fc.integer({ min: 0, max: 1 }) : coordinate, samples),
        order,
        names: exactly(name, width + 1),
        divisors: exactly(fc.constantFrom(1, 1e3, 1e6, 0.3e9), width + 1),
        ...(problem.target === 'class' && { classes: fc.tuple(name, name) }),
      },
      { requiredKeys: ['x', 'y'] },
    );
    const sampled = defaultChoice(problem);
    const model = values(
      Object.fromEntries(Object.entries(problem.settings).filter(([name]) => problem.modelSettings.includes(name))),
    );
    return fc.tuple(data, model).map(([known, own]): DataChoice => {
      const withoutSplit = known.order && 'validation' in own ? { validation: 0 } : {};
      return { ...sampled, settings: { ...sampled.settings, ...own, ...withoutSplit }, userData: known };
    });
  });
}

const chosen = (problem: Problem): fc.Arbitrary<ProblemChoice> =>
  problem.kind === 'function'
    ? values(problem.constants).map((constants) => ({ kind: 'function', id: problem.id, constants }))
    : fc.oneof(
        values(problem.settings).map((settings): ProblemChoice => ({ kind: 'data', id: problem.id, settings })),
        ...(problem.features ? [userData(problem, problem.features)] : []),
      );

/** A curriculum needs sampled data, which say which samples are hard. */
const batch = (problem: ProblemChoice): fc.Arbitrary<Batch> =>
  fc.record({
    size: fc.oneof(fc.constant('all' as const), fc.integer(limits.batch)),
    accumulate: fc.integer({ min: 1, max: 9 }),
    reduce: fc.constantFrom(...batchReduces),
    tail: fc.constantFrom(...batchTails),
    sampling: fc.constantFrom(...samplings),
    stages: problem.kind === 'data' && !problem.userData ? fc.integer(limits.stages) : fc.constant(1),
  });

const argument = (arg: ScheduleArgument): fc.Arbitrary<ScheduleValues[string]> => {
  const one = arg.integer ? fc.integer(arg) : number(arg);
  return fc.oneof(
    fc.constant(arg.default),
    'count' in arg ? fc.array(one, { minLength: arg.count.min, maxLength: arg.count.max }) : one,
  );
};

const warmup: fc.Arbitrary<Warmup> = fc.record({
  startFactor: number(warmupArguments.startFactor),
  steps: fc.integer(warmupArguments.steps),
});

/** A schedule of kind constant always has a warm-up. */
const schedule = (problem: ProblemChoice['kind']): fc.Arbitrary<Schedule> =>
  fc
    .constantFrom(...schedules.filter(({ needsEpochs }) => problem === 'data' || !needsEpochs))
    .chain(({ kind, args: taken }) => {
      const args: fc.Arbitrary<ScheduleValues> = fc.record(
        Object.fromEntries(Object.entries(taken).map(([name, arg]) => [name, argument(arg)])),
      );
      return fc.record(
        { kind: fc.constant(kind), args, warmup },
        { requiredKeys: kind === 'constant' ? ['kind', 'args', 'warmup'] : ['kind', 'args'] },
      );
    });

const setting = (name: string): fc.Arbitrary<number> => number(hyperDomain(name));

/** At least one modifier. */
const modifiers = (parameters: readonly string[], hasUnits: boolean): fc.Arbitrary<Modifiers> =>
  fc
    .record(
      {
        ...(hasUnits && { dropout: setting('dropout') }),
        maximize: fc.constant(true as const),
        l2: setting('l2'),
        frozen: fc.subarray([...parameters], { minLength: 1 }),
        clipValue: setting('clipValue'),
        clipNorm: setting('clipNorm'),
        noise: fc.record({ c: setting('noiseScale'), gamma: setting('noiseDecay') }),
        decay: setting('decay'),
      },
      { requiredKeys: [] },
    )
    .filter((some) => Object.keys(some).length > 0);

/** Only formats of 16 bits leave a choice of the rest. */
const precision: fc.Arbitrary<RunPrecision> = fc.oneof(
  fc.record({ format: fc.constantFrom('float64', 'float32') }),
  fc.record(
    {
      format: fc.constantFrom('bfloat16', 'float16'),
      rounding: fc.constant('stored' as const),
      master: fc.constant(true as const),
    },
    { requiredKeys: ['format'] },
  ),
);

/** Rules of the user's, with every kind of character that a link must encode. */
const ownRules = [
  'mine(lr = 0.01 in 1e-5..10 log, k = -2 in -3..3, on = true)\nstate m = lr/2\nm = m*k + if(on, grad(theta), 0)\ntheta = theta - lr*m^2',
  'polyak_1(lr = 1)\ng = grad(theta)\ntheta = theta - lr*(loss(theta) - 0)/max(dot(g, g), 1e-12)*g',
];

const run = (problem: ProblemChoice, parameters: readonly string[]): fc.Arbitrary<Run> =>
  fc.constantFrom(...optimizers.map(({ id }) => id), ...methods.map(({ id }) => id), ...ownRules).chain((id) => {
    const entries = hyperById(id).map((h) => {
      const domain = hyperDomain(h.name, id);
      const any = domain.integer ? fc.integer(domain) : number(domain);
      return [h.name, h.flag ? fc.boolean() : fc.oneof(fc.constant(h.default), any)] as const;
    });
    const hyper: fc.Arbitrary<Run['hyper']> = fc.record(Object.fromEntries<fc.Arbitrary<number | boolean>>(entries));
    if (methods.some((method) => method.id === id))
      return fc.record({
        optimizer: fc.constant(id),
        hyper,
        ...(problem.kind === 'data' && { batch: fc.constant(fullBatch) }),
      });
    const base = {
      optimizer: fc.constant(id),
      hyper,
      schedule: schedule(problem.kind),
      modifiers: modifiers(parameters, problem.kind === 'data' && problem.id.startsWith('network')),
      precision,
    };
    return problem.kind === 'data'
      ? fc.record({ ...base, batch: batch(problem) }, { requiredKeys: ['optimizer', 'hyper', 'batch'] })
      : fc.record(base, { requiredKeys: ['optimizer', 'hyper'] });
  });

const seed = fc.integer(limits.seed);

/** Names of the parameters of a choice, found without the code under test. */
const namesOf = (choice: ProblemChoice): readonly string[] =>
  choice.kind === 'custom'
    ? choice.parameters
    : namesIn(
        choice,
        problems.find(({ id }) => id === choice.id),
      );

const namesIn = (choice: ProblemChoice, problem: Problem | undefined): readonly string[] =>
  problem?.kind === 'data' && choice.kind === 'data'
    ? problem.model(choice.settings, choice.userData?.x[0]?.length).parameters
    : problem?.kind === 'function'
      ? problem.parameters
      : [];

const on = (problem: ProblemChoice): fc.Arbitrary<Experiment> => {
  const parameters = namesOf(problem);
  const { length } = parameters;
  const point = fc.array(coordinate, { minLength: length, maxLength: length });
  const start = problem.kind === 'data' ? fc.oneof(point, fc.constant(null)) : point;
  return fc
    .array(run(problem, parameters), { minLength: limits.runs.min, maxLength: limits.runs.max })
    .chain((runs): fc.Arbitrary<Experiment> => {
      const base = {
        version: fc.constant(1 as const),
        problem: fc.constant(problem),
        start,
        seed,
        runs: fc.constant(runs),
      };
      if (problem.kind !== 'data') return fc.record({ ...base, steps: fc.integer(limits.steps) });
      return fc.record({ ...base, epochs: fc.integer({ min: 1, max: epochLimit({ problem, runs }) }) });
    });
};

export const anyExperiment: fc.Arbitrary<Experiment> = fc.oneof(...problems.map(chosen), custom).chain(on);
