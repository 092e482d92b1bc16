import { randomInt, randomLcg } from 'd3-random';

/**
 * What is measured, in the format of docs/experiment-format.md: both the page and the bench's worker are given these.
 */

export const adam = { lr: 0.05, beta1: 0.9, beta2: 0.999, eps: 1e-8 };
export const rosenbrock = { a: 1, b: 100 };

/** One run of Adam on Rosenbrock. */
export const oneRun = {
  version: 1,
  problem: { id: 'rosenbrock', constants: rosenbrock },
  start: [-1.5, 2],
  steps: 200,
  runs: [{ optimizer: 'adam', hyper: adam }],
};

export const momentum = { lr: 0.2, momentum: 0.9 };
export const batchSize = 10;

/** SGD with momentum on 1,000 samples, ten at a time. */
export const regression = {
  version: 1,
  problem: { id: 'linear-regression', data: { samples: 1000, weights: [2, -3.4], bias: 4.2, noise: 0.01 } },
  epochs: 3,
  seed: 1,
  runs: [{ optimizer: 'sgd', hyper: momentum, batch: { size: batchSize, accumulate: 1 } }],
};

/** The same data one sample at a time: 3,000 updates, and the loss over all samples after each. */
export const online = {
  ...regression,
  runs: [{ optimizer: 'sgd', hyper: { lr: 0.03 }, batch: { size: 1, accumulate: 1 } }],
};

/** A network of 33 parameters on 200 points of two classes, all of them in every update. */
export const network = {
  version: 1,
  problem: { id: 'network-classes', data: { samples: 200, hidden: 8 } },
  epochs: 1000,
  seed: 1,
  runs: [{ optimizer: 'adam', hyper: adam, batch: { size: 'all', accumulate: 1 } }],
};

/** Losses that are compared of what is shown first. */
export const firstRows = 8;

/** `oneRun` for longer: enough work in one draw that the shader, and not starting it, is what the clock sees. */
export const longRun = { ...oneRun, steps: 500 };

/**
 * Adam on Rosenbrock 65,536 times, over the learning rate and beta1: whatever changes with a pixel and whatever changes with
 * an update meets there. The ranges are those in which float32 decides nothing: at beta1 below 0.5 a difference in the last
 * digit becomes one in the first.
 */
export const swept = {
  experiment: oneRun,
  sweep: {
    run: 0,
    x: { of: 'lr', from: 1e-3, to: 0.1, scale: 'log' },
    y: { of: 'beta1', from: 0.6, to: 0.99, scale: 'linear' },
    width: 256,
    height: 256,
    measure: 'loss',
  },
};

const anyPixel = randomInt.source(randomLcg(1))(swept.sweep.width * swept.sweep.height);
/** The pixels whose numbers are compared, row by row from the first. */
export const comparedPixels = Array.from({ length: 1000 }, anyPixel);
