import { longRun, network, oneRun, online, regression, swept } from './experiments.mjs';

/**
 * A contestant's name in the worker, and what the table calls it.
 * @typedef {{ id: string, label: string }} Entry
 */

/**
 * How many times as long as the first an entry takes, or how many milliseconds it may take.
 * @typedef {{ entry: string, atLeast: number } | { entry: string, atMost: number } | { entry: string, within: number }} Bar
 */

/**
 * One row of the budgets: the same work done by several, and what must come out.
 * @typedef {object} Contest
 * @property {string} id of the contest in the worker
 * @property {string} title
 * @property {string} note what is timed
 * @property {readonly Entry[]} entries the first is what the others are compared with
 * @property {{ experiment: object, sweep?: object } | null} page what the built page's `window.overshoot` does as well, by `run` or by `sweep`
 * @property {readonly Bar[]} bars
 * @property {number} tolerance largest difference from the float64 reference, in parts of the true number where that is above 1
 * @property {number} rounds
 */

const reference = { id: 'float64', label: 'one thread of float64 TypeScript' };
const engine = { id: 'engine', label: "the engine's kernels" };
const tensors = { id: 'tensors', label: 'plain tensor operations, gradient by hand' };

const runs = (swept.sweep.width * swept.sweep.height).toLocaleString('en');

/** @type {readonly Contest[]} */
export const contests = [
  {
    id: 'oneRun',
    title: `One run: Adam on Rosenbrock, ${oneRun.steps} steps, every point read back`,
    note: 'From the experiment to all points on the CPU; the peers read all their points back at once.',
    entries: [engine, { id: 'tf.train.adam', label: '`tf.train.adam` and `minimize`' }, tensors, reference],
    page: { experiment: oneRun },
    bars: [{ entry: 'tf.train.adam', atLeast: 80 }],
    tolerance: 1e-4,
    rounds: 15,
  },
  {
    id: 'ownRule',
    title: `A rule that the user wrote against the catalogue's: Adam's own text on Rosenbrock, ${longRun.steps} steps`,
    note: 'From the experiment to all points on the CPU. The bar is read the other way round: the text over the key.',
    entries: [
      { id: 'catalogue', label: 'by its key in the catalogue' },
      { id: 'own', label: 'by the same text in its place' },
    ],
    page: null,
    bars: [{ entry: 'own', atMost: 1.15 }],
    tolerance: 1e-3,
    rounds: 60,
  },
  {
    id: 'sweep',
    title: `A sweep: ${runs} runs of ${oneRun.steps} Adam steps on Rosenbrock, over learning rate and beta1`,
    note: "From the request to the runs' losses on the CPU, in the draws into which the page cuts it. Everybody keeps the final loss alone. What depends on beta and t alone is known from the untimed call, and to the tensor operations from before.",
    entries: [engine, tensors, { id: 'loop', label: 'one thread of float64 TypeScript, a loop by hand' }],
    page: swept,
    bars: [
      { entry: 'tensors', atLeast: 30 },
      { entry: 'loop', atLeast: 4 },
    ],
    tolerance: 1e-4,
    rounds: 9,
  },
  {
    id: 'regression',
    title: 'Linear regression: 1,000 samples, batches of 10, 3 epochs, SGD with momentum, full loss after every update',
    note: 'From the experiment to 301 losses on the CPU; for the peers data and batches are on the GPU already, and all losses are read back at once.',
    entries: [engine, { id: 'tf.train.momentum', label: '`tf.train.momentum` and `minimize`' }, tensors, reference],
    page: { experiment: regression },
    bars: [{ entry: 'tf.train.momentum', atLeast: 40 }],
    tolerance: 1e-4,
    rounds: 15,
  },
  {
    id: 'online',
    title: 'The same one sample at a time: 3,000 updates, and the full loss after every one',
    note: 'From the experiment to 3,001 losses on the CPU.',
    entries: [engine, reference],
    page: { experiment: online },
    bars: [{ entry: 'engine', within: 250 }],
    tolerance: 1e-4,
    rounds: 15,
  },
  {
    id: 'network',
    title: `A network: 33 parameters, two classes of 200 points, ${network.epochs.toLocaleString('en')} full-batch updates by Adam, the loss at every one`,
    note: 'From the experiment to all rows on the CPU; for the peer the data are on the GPU already, the losses are those that `minimize` has computed anyway, and all are read back at once.',
    entries: [engine, { id: 'tf.train.adam', label: '`tf.train.adam`, `minimize` and `tf.losses`' }, reference],
    page: { experiment: network },
    bars: [{ entry: 'tf.train.adam', atLeast: 8 }],
    tolerance: 1e-3,
    rounds: 3,
  },
  {
    id: 'networkFirst',
    title: 'The same until something is on the screen',
    note: 'From the experiment to the first rows that the worker sends.',
    entries: [{ id: 'first', label: 'the first rows' }],
    page: null,
    bars: [{ entry: 'first', within: 100 }],
    tolerance: 1e-4,
    rounds: 15,
  },
  {
    id: 'kernel',
    title: `A shader generated from text against one written by hand: Adam on Rosenbrock, ${longRun.steps} steps in one draw`,
    note: 'One draw and its read-back, everything it reads being on the GPU. The bar is read the other way round: generated over by hand.',
    entries: [
      { id: 'by hand', label: 'written by hand' },
      { id: 'generated', label: 'generated from the formula and the rule' },
    ],
    page: null,
    bars: [{ entry: 'generated', atMost: 1.15 }],
    tolerance: 1e-3,
    rounds: 200,
  },
  {
    id: 'sweepKernel',
    title: `The same of the sweep's shader: ${runs} runs of ${oneRun.steps} Adam steps in one draw`,
    note: 'One draw and its read-back, everything it reads being on the GPU. Both write the final and the best loss, the arrival and the outcome.',
    entries: [
      { id: 'by hand', label: 'written by hand' },
      { id: 'generated', label: 'generated from the formula and the rule' },
    ],
    page: null,
    bars: [{ entry: 'generated', atMost: 1.15 }],
    tolerance: 1e-4,
    rounds: 40,
  },
];
