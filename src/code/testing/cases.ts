import { methods, optimizers, problems, schedules } from '../../catalogue';
import { readExperiment } from '../../experiment';
import { changeOptimizer } from '../../experiment/core/edits';
import type { Experiment, RunPrecision } from '../../experiment/core/types';
import { randomExperiments } from '../../engine/testing/randomExperiments';
import { lessonExperiment, lessons } from '../../lessons';
import { openingState, openingStops } from '../../lessons/opening';

/** One run of an experiment whose code is compared with the page's own trace. */
export interface CodeCase {
  readonly title: string;
  readonly experiment: Experiment;
  readonly run: number;
}

/** An experiment in its public form, in short: one run. */
export const one = (title: string, experiment: object, run: object): CodeCase => ({
  title,
  experiment: readExperiment({ version: 1, ...experiment, runs: [run] }),
  run: 0,
});

const sgd = (lr: number, more: object = {}) => ({ optimizer: 'sgd', hyper: { lr, momentum: 0.9 }, ...more });
const rosenbrock = { problem: { id: 'rosenbrock' }, steps: 60 };
const regression = { problem: { id: 'linear-regression', data: { samples: 47, noise: 0.5 } }, epochs: 4 };

const everyProblem = problems.map((problem) =>
  one(
    `problem ${problem.id}`,
    { problem: { id: problem.id }, ...(problem.kind === 'data' ? { epochs: 2 } : { steps: 60 }) },
    sgd(problem.rates?.sgd ?? 0.01, problem.kind === 'data' ? { batch: { size: 10 } } : {}),
  ),
);

/** On a quadratic its quotients of differences keep their digits. */
const placeFor = (id: string) => (id === 'barzilai-borwein' ? { problem: { id: 'quadratic' }, steps: 20 } : rosenbrock);

const everyOptimizer = optimizers.flatMap(({ id }) => [
  one(`optimizer ${id}`, placeFor(id), { optimizer: id, hyper: { lr: id === 'adadelta' ? 1 : 0.0004 } }),
  one(`optimizer ${id}, batches`, regression, { optimizer: id, hyper: { lr: 0.003 }, batch: { size: 8 } }),
  one(`optimizer ${id}, rates that change`, placeFor(id), {
    optimizer: id,
    hyper: { lr: 0.0004 },
    schedule: { kind: 'exponential', gamma: 0.97, warmup: { steps: 7 } },
  }),
]);

export const newtonWhole = `newton_whole(lr = 0.5)
theta = theta - lr*solve_hessian(theta, grad(theta))`;

/** Rules of the user's: what no rule of the catalogue reads, and numbers in place of one for each parameter. */
const ownRules = [
  `polyak(lr = 1)
g = grad(theta)
theta = theta - lr*0.3*loss(theta)/max(dot(g, g), 1e-12)*g`,
  `everything(lr = 0.0004, beta = 0.9)
state m = 0, size = 0
g = grad(theta)
size = norm(g)
m = beta*m + (1 - beta)*g/(1 + mean(size)) + 0*sum(lr)
theta = theta - lr*(m + sum(m)/(1 + size)) + 0*noise`,
  `newton(lr = 0.3, eps = 0.01)
theta = theta - lr*grad(theta)/(abs(diag_hessian(theta)) + eps)`,
  newtonWhole,
  `backtrack(lr = 1, shrink = 0.5, c1 = 1e-4)
g = grad(theta)
s = lr
repeat 20
s = if(loss(theta - s*g) <= loss(theta) - c1*s*dot(g, g), s, shrink*s)
end
theta = theta - s*g`,
  `loops(lr = 0.0004)
state m = 0, k = 0
z = 0
repeat 3
k = k + 1
z = 0.5*z + k
m = 0.9*m + 0.1*grad(theta - lr*m)
end
repeat 2
z = z + norm(m)
end
theta = theta - lr*(m + 0.001*z*m)`,
  `curved(lr = 0.0004)
g = grad(theta)
u = hvp(theta, sign(noise))
theta = theta - lr*(g + 0.01*u + 0.1*hvp(theta + lr*g, g)/(1 + norm(u)) + 0.001*hvp(theta, 1))`,
].flatMap((rule) => [
  one(`own rule ${rule.slice(0, rule.indexOf('('))}`, rosenbrock, { rule }),
  one(`own rule ${rule.slice(0, rule.indexOf('('))}, batches`, regression, {
    rule,
    hyper: { lr: 0.003 },
    batch: { size: 8, accumulate: 2 },
  }),
]);

const secondDerivatives = `second(lr = 0.001)
theta = theta - lr*(grad(theta) + hvp(theta, theta) + diag_hessian(theta))`;

const solving = `solving(lr = 0.1)
theta = theta - lr*solve_hessian(theta + 0.001, grad(theta))`;

/** Systems of the Hessian under modifiers, of batches, and singular ones. */
const systems = [
  ...[{ l2: 0.1 }, { frozen: ['y'] }, { l2: 0.1, frozen: ['x'], clipValue: 3 }, { maximize: true, l2: 0.5 }].map(
    (modifier) => one(`systems, ${JSON.stringify(modifier)}`, rosenbrock, { rule: solving, modifiers: modifier }),
  ),
  one(
    'systems of a line',
    { problem: { loss: '2*x - y', parameters: ['x', 'y'] }, start: [1, 2], steps: 3 },
    { rule: solving },
  ),
  one(
    'systems, dropout',
    { problem: { id: 'network-fit', data: { samples: 30, hidden: 2 } }, epochs: 2 },
    { rule: solving, hyper: { lr: 0.001 }, modifiers: { dropout: 0.3, l2: 3 }, batch: { size: 8, accumulate: 2 } },
  ),
];

/** Second derivatives under modifiers, with hidden units left out, and where there are none. */
const curvatures = [
  ...[{ l2: 0.1 }, { frozen: ['y'] }, { l2: 0.1, frozen: ['y'], clipValue: 3 }].map((modifier) =>
    one(`second derivatives, ${JSON.stringify(modifier)}`, rosenbrock, {
      rule: secondDerivatives,
      hyper: { lr: 0.00001 },
      modifiers: modifier,
    }),
  ),
  one(
    'second derivatives, maximized',
    { problem: { id: 'himmelblau' }, steps: 20 },
    {
      rule: secondDerivatives,
      hyper: { lr: 0.0001 },
      modifiers: { maximize: true, l2: 0.1 },
    },
  ),
  one(
    'second derivatives, dropout',
    { problem: { id: 'network-fit', data: { samples: 30, hidden: 3 } }, epochs: 4 },
    {
      rule: secondDerivatives,
      hyper: { lr: 0.01 },
      modifiers: { dropout: 0.3 },
      batch: { size: 8, accumulate: 2 },
    },
  ),
  one(
    'second derivatives of a line',
    { problem: { loss: '2*x - y', parameters: ['x', 'y'] }, start: [1, 2], steps: 9 },
    {
      rule: secondDerivatives,
    },
  ),
  one('second derivatives of a loss in t', { problem: { id: 'reddi' }, steps: 20 }, { rule: secondDerivatives }),
];
/** Rules over the matrix of a memory and the weights of a network, with every function of matrices. */
const onMatrices = [
  { problem: { id: 'associative-memory', data: { size: 3 } }, epochs: 40 },
  { problem: { id: 'network-classes', data: { samples: 20, hidden: 3 } }, epochs: 20 },
].flatMap((place, k) =>
  [
    { optimizer: 'muon', hyper: { lr: 0.02 } },
    { optimizer: 'shampoo', hyper: { lr: 0.1 } },
    { optimizer: 'soap', hyper: { lr: 0.01 } },
    {
      rule: `matrices(lr = 0.01)
state m = 0
g = grad(theta)
m = 0.9*m + matmul(g, transpose(g)) + 0.01*identity(m)
theta = theta - lr*g/(1 + layerwise_norm(theta)) - lr*lr*matmul(m, g)/rows(g)*columns(g)`,
    },
    {
      rule: `solving(lr = 0.01)
g = grad(theta)
theta = theta - lr*solve(matmul(g, transpose(g)) + identity(g), g)`,
    },
  ].map((run, i) => one(`matrices ${k + 1}.${i + 1}`, place, run)),
);

/** Settings at which a rule takes another branch. */
const otherSettings = (
  [
    ['sgd', { lr: 0.0004, momentum: 0.9, nesterov: true }],
    ['sgd', { lr: 0.0004, momentum: 0.9, dampening: 0.5, weightDecay: 0.1 }],
    ['sgd', { lr: 0.0004, momentum: 0.9, dampening: 0.5, nesterov: true }],
    ['sgd', { lr: 0.00001, maximize: true, weightDecay: 0.1 }],
    ['momentum-sutskever', { lr: 0.0004, nesterov: true }],
    ['momentum-keras', { lr: 0.0004, nesterov: true }],
    ['adagrad', { lr: 0.1, lrDecay: 0.1, initialAccumulatorValue: 0.5, weightDecay: 0.1 }],
    ['adadelta', { lr: 2, rho: 0.8, weightDecay: 0.1 }],
    ['rmsprop', { lr: 0.01, centered: true, momentum: 0.5, weightDecay: 0.1 }],
    ['rmsprop-tf', { lr: 0.01, centered: true, momentum: 0.5 }],
    ['adam', { lr: 0.05, amsgrad: true, weightDecay: 0.1, eps: 0.01 }],
    ['adam', { lr: 0.05, beta1: 1 }],
    ['adamw', { lr: 0.05, amsgrad: true }],
    ['adamax', { lr: 0.05, weightDecay: 0.1 }],
    ['adamax', { lr: 0.05, beta1: 1 }],
    ['nadam', { lr: 0.02, weightDecay: 0.1 }],
    ['nadam', { lr: 0.02, weightDecay: 0.1, decoupledWeightDecay: true }],
    ['radam', { lr: 0.02, weightDecay: 0.1 }],
    ['radam', { lr: 0.02, weightDecay: 0.1, decoupledWeightDecay: true }],
    ['asgd', { lr: 0.0004, weightDecay: 0.1, t0: 10 }],
    ['rprop', { lr: 0.01, etaMinus: 0.4, etaPlus: 1.3 }],
    ['lion', { lr: 0.01, weightDecay: 0.1 }],
    ['gd', { lr: 1 }],
  ] as const
).map(([id, hyper]) => one(`${id} with ${JSON.stringify(hyper)}`, rosenbrock, { optimizer: id, hyper }));

const everySchedule = schedules
  .filter(({ kind }) => kind !== 'constant')
  .flatMap(({ kind, needsEpochs }) => {
    const on = needsEpochs ? regression : { problem: { id: 'booth' }, steps: 90 };
    const batch = needsEpochs ? { batch: { size: 10 } } : {};
    const short = { cosine: { tMax: 40 }, multiStep: { milestones: [20, 20, 45] }, oneCycle: { totalSteps: 90 } };
    const args = { ...(Object.hasOwn(short, kind) ? short[kind as keyof typeof short] : {}) };
    return [
      one(`schedule ${kind}`, on, sgd(0.01, { schedule: { kind, ...args }, ...batch })),
      one(`schedule ${kind} after a warm-up`, on, {
        optimizer: 'gd',
        hyper: { lr: 0.05 },
        schedule: { kind, ...args, warmup: { startFactor: 0.2, steps: 12 } },
        ...batch,
      }),
    ];
  });

const moreSchedules = [
  ['a warm-up alone', { kind: 'constant', warmup: { startFactor: 0, steps: 10 } }],
  ['restarts that grow', { kind: 'cosineWarmRestarts', t0: 10, tMult: 2, etaMin: 0.001 }],
  ['a line from 0', { kind: 'linear', startFactor: 0, endFactor: 2 }],
  ['a cycle that ends early', { kind: 'oneCycle', totalSteps: 50 }],
  ['a cycle without a rise', { kind: 'oneCycle', totalSteps: 90, pctStart: 0 }],
].map(([title, schedule]) =>
  one(`schedule: ${title as string}`, { problem: { id: 'booth' }, steps: 90 }, sgd(0.01, { schedule })),
);

const batches = (
  [
    { size: 10 },
    { size: 10, sampling: 'none' },
    { size: 10, sampling: 'once' },
    { size: 10, sampling: 'replacement' },
    { size: 10, stages: 3 },
    { size: 10, stages: 2, sampling: 'once' },
    { size: 10, stages: 2, sampling: 'none' },
    { size: 10, stages: 3, sampling: 'replacement' },
    { size: 6, accumulate: 3 },
    { size: 6, accumulate: 3, reduce: 'sum' },
    { size: 6, accumulate: 3, tail: 'exact' },
    { size: 6, accumulate: 3, reduce: 'sum', tail: 'exact' },
    { size: 10, reduce: 'sum', tail: 'exact' },
    { size: 'all', accumulate: 2 },
    { size: 20, accumulate: 5, tail: 'exact' },
    { size: 'all', sampling: 'replacement' },
  ] as const
).map((batch) => one(`batch ${JSON.stringify(batch)}`, regression, sgd(0.02, { batch })));

const x = [
  [0.1, 2],
  [1, -1],
  [0.3, 0.4],
  [-1.5, 0.7],
  [2, 2.5],
];
const y = [3, 4.5, 1, -2, 0.5];
const own = { x, y };
const data = [
  one('user data', { problem: { id: 'linear-regression', data: own }, epochs: 9 }, sgd(0.02, { batch: { size: 2 } })),
  one(
    'user data with a visit order',
    {
      problem: {
        id: 'linear-regression',
        data: {
          ...own,
          order: [
            [4, 3, 2, 1, 0],
            [0, 2, 4, 1, 3],
          ],
        },
      },
      epochs: 2,
    },
    sgd(0.02, { batch: { size: 2 } }),
  ),
  one(
    'user data, standardized, some held back',
    { problem: { id: 'linear-regression', data: { ...own, standardize: 1, validation: 0.4 } }, epochs: 20 },
    sgd(0.02, { batch: { size: 2 } }),
  ),
  ...[0, 1, 2].map((shape) =>
    one(
      `classes of shape ${shape}`,
      { problem: { id: 'network-classes', data: { shape, samples: 60, standardize: 1, validation: 0.3 } }, epochs: 3 },
      { optimizer: 'adam', hyper: { lr: 0.05 }, batch: { size: 10, stages: 2 } },
    ),
  ),
  ...[1, 2].map((dimensions) =>
    one(
      `slopes in ${dimensions} dimensions`,
      { problem: { id: 'noisy-quadratic', data: { dimensions, samples: 50 } }, epochs: 4 },
      { optimizer: 'adam', hyper: { lr: 0.05 }, batch: { size: 10, stages: 3 } },
    ),
  ),
  ...[0, 1, 2].map((curve) =>
    one(
      `curve ${curve}`,
      { problem: { id: 'network-fit', data: { curve, samples: 40, validation: 0.2 } }, epochs: 4 },
      { optimizer: 'adam', hyper: { lr: 0.05 }, batch: { size: 10, stages: 4 } },
    ),
  ),
];

const everything = { l2: 0.1, frozen: ['b'], clipValue: 3, clipNorm: 2, noise: { c: 0.1, gamma: 0.3 }, decay: 0.05 };
const modifiers = [
  ...(
    [
      { maximize: true },
      { l2: 0.1 },
      { frozen: ['y'] },
      { frozen: ['x', 'y'] },
      { clipValue: 5 },
      { clipNorm: 5 },
      { noise: { c: 0.5, gamma: 0.2 } },
      { decay: 0.5 },
    ] as const
  ).flatMap((modifier) => [
    one(`modifier ${JSON.stringify(modifier)}`, rosenbrock, sgd(0.0004, { modifiers: modifier })),
    one(`modifier ${JSON.stringify(modifier)}, written out`, rosenbrock, {
      optimizer: 'nesterov',
      hyper: { lr: 0.0004 },
      modifiers: modifier,
    }),
  ]),
  ...['adam', 'momentum-sutskever', 'rprop'].map((optimizer) =>
    one(`all modifiers, ${optimizer}`, regression, {
      optimizer,
      hyper: { lr: 0.02 },
      modifiers: everything,
      batch: { size: 6, accumulate: 3 },
      schedule: { kind: 'step', stepSize: 4, gamma: 0.5 },
    }),
  ),
  ...['adam', 'lion'].flatMap((optimizer) =>
    [{ size: 8, accumulate: 2 }, { size: 'all' }].map((batch) =>
      one(
        `dropout, ${optimizer}, ${JSON.stringify(batch)}`,
        { problem: { id: 'network-fit', data: { samples: 30, hidden: 3 } }, epochs: 4 },
        { optimizer, hyper: { lr: 0.02 }, modifiers: { dropout: 0.3 }, batch },
      ),
    ),
  ),
];

/** Losses that use every function of the language, from starts where they are smooth. */
const typed = (
  [
    ['abs(x)^1.5 + cosh(y)/sinh(y)', [1.2, 0.7]],
    ['log1p(x^2) + expm1(y) - tan(y) + e^y', [1, 0.3]],
    ['asin(x) + acos(y) + atan(x*y) + sqrt(x + 2)', [0.2, 0.3]],
    ['asinh(x) + acosh(y + 2) + atanh(x/9) + 2^y', [0.5, 0.3]],
    ['cbrt(x) + log2(y)^2 + log10(x)*sign(y)', [1.4, 0.8]],
    ['sigmoid(3*x) + softplus(30*y) + relu(x - y)', [0.4, 0.9]],
    ['erf(x) + mod(x, 0.7)^2 + clamp(y, -1, 2*x) + round(y) + floor(x)', [0.9, 0.4]],
    ['max(x^2, y) + min(x, 2) + if(x > y, x^3, y^2) + (x > 0)*y', [0.9, 0.4]],
    ['if(x - 1, x, y) + float32(2)*x + tanh(y) + exp(-x) + log(y + 3)', [0.9, 0.4]],
    ['(x > 0) + 0.5', [0.9, 0.4]],
    ['-x^2*y^-2 + (x - -2)/-y', [0.9, 1.4]],
  ] as const
).map(([loss, start]) =>
  one(`typed loss ${loss}`, { problem: { loss, parameters: ['x', 'y'] }, start, steps: 40 }, sgd(0.002)),
);

/** Names that Python or the programs use themselves. */
const names = [
  ['lambda', 'theta'],
  ['t', 'rows'],
  ['z', 'math'],
].map(([a = '', b = '']) =>
  one(
    `names ${a}, ${b}`,
    {
      problem: {
        loss: `(${a} - 2*${b} + 0.1*${a}*${b} + 1)^2 + exp(${a} - 2*${b} + 0.1*${a}*${b} + 1)`,
        parameters: [a, b],
      },
      steps: 20,
    },
    sgd(0.01),
  ),
);

/** A typed loss with constants, one of them under a name that Python keeps for itself. */
const constants = one(
  'typed loss with constants',
  { problem: { loss: 'lambda*(x - t)^2 + y^2', parameters: ['x', 'y'], constants: { lambda: 3, t: 0.5 } }, steps: 30 },
  sgd(0.02),
);

/** The matrix: every problem, optimizer, schedule, way of taking batches, and modifier. */
export const matrix: readonly CodeCase[] = [
  ...everyProblem,
  ...everyOptimizer,
  ...ownRules,
  ...curvatures,
  ...systems,
  ...onMatrices,
  ...otherSettings,
  ...everySchedule,
  ...moreSchedules,
  ...batches,
  ...data,
  ...modifiers,
  ...typed,
  ...names,
  constants,
];

const runsOf = (title: string, experiment: Experiment): CodeCase[] =>
  experiment.runs.map((run, i) => ({ title: `${title}, run ${i} (${run.optimizer})`, experiment, run: i }));

/** Every run of the opening's stops and of the lessons. */
export const lessonCases: readonly CodeCase[] = [
  ...openingStops.flatMap((_, i) => runsOf(`opening ${i}`, openingState(i).experiment)),
  ...lessons.flatMap((lesson) => runsOf(`lesson ${lesson.id}`, lessonExperiment(lesson))),
];

/**
 * Random experiments: other problems, optimizers, rates and modifiers with every seed. Every fourth run has a precision; in as many
 * more as there are classical methods, one of these takes the place of the rule.
 */
export function randomCases(seed: number, count: number): CodeCase[] {
  const all = randomExperiments(seed);
  const total = count + methods.length;
  const stride = Math.max(1, Math.floor(all.length / total));
  // A stride that shares no factor with the number of optimizers meets all of them.
  return Array.from({ length: total }, (_, i) => all[(i * stride + i) % all.length])
    .flatMap((found) => (found ? [found] : []))
    .map(({ title, experiment }, i): CodeCase => {
      const method = methods[i - count];
      if (method)
        return {
          title: `random ${method.id}, ${title}`,
          experiment: changeOptimizer(experiment, 0, method.id),
          run: 0,
        };
      const precision = i % 4 === 3 ? precisions[(i - 3) / 4] : undefined;
      return precision
        ? { ...withPrecision({ title: `random ${title}`, experiment, run: 0 }, precision) }
        : { title: `random ${title}`, experiment, run: 0 };
    });
}

/** Every kind of precision that is not float64. */
export const precisions: readonly RunPrecision[] = [
  { format: 'bfloat16' },
  { format: 'float16' },
  { format: 'bfloat16', rounding: 'stored' },
  { format: 'float32' },
  { format: 'float16', rounding: 'stored' },
  { format: 'bfloat16', master: true },
  { format: 'float16', rounding: 'stored', master: true },
  { format: 'float16', master: true },
  { format: 'bfloat16', rounding: 'stored', master: true },
];

/** A case with this precision in every run. */
export const withPrecision = ({ title, experiment, run }: CodeCase, precision: RunPrecision): CodeCase => ({
  title: [
    `${title} in ${precision.format}`,
    ...(precision.rounding ? [precision.rounding] : []),
    ...(precision.master ? ['with a master copy'] : []),
  ].join(', '),
  experiment: { ...experiment, runs: experiment.runs.map((one) => ({ ...one, precision })) },
  run,
});
