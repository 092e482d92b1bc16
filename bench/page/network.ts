import * as tf from '@tensorflow/tfjs';
import { planExperiment } from '../../src/engine/plan/plan';
import type { Plan } from '../../src/engine/plan/types';
import { readExperiment } from '../../src/experiment';
import { adam, firstRows, network } from '../experiments.mjs';
import { onlyRun, readBack, type BenchEngine } from './engine';
import type { Contest } from './worker';

/** What the peer starts from: on the GPU before the clock starts. */
interface Start {
  readonly x: tf.Tensor2D;
  readonly labels: tf.Tensor2D;
  /** Inputs x units, units, units x 1, 1. */
  readonly layers: readonly [tf.Tensor2D, tf.Tensor1D, tf.Tensor2D, tf.Tensor1D];
}

/** A small network on two classes. Answers are the losses, the start's first. */
export function networkContest(engine: BenchEngine): Contest {
  const experiment = readExperiment(network);
  const start = upload(planExperiment(experiment));
  return {
    engine: () => onlyRun(engine.run(experiment)).loss,
    'tf.train.adam': () => readBack(() => trainAdam(start)),
    float64: () => onlyRun(engine.reference(experiment)).loss,
  };
}

/** Its first rows. */
export function networkFirstContest(engine: BenchEngine): Contest {
  const experiment = readExperiment(network);
  return {
    first: () => onlyRun(engine.first(experiment)).loss.subarray(0, firstRows),
    float64: () => onlyRun(engine.reference(experiment)).loss.subarray(0, firstRows),
  };
}

/** Parameters are two weights a unit, unit by unit, then the units' biases, their weights in the output, and its bias. */
function upload(plan: Plan): Start {
  const { runs, parameters } = plan;
  const [x1, x2, y] = plan.kind === 'data' ? plan.data.columns : [];
  const start = runs[0]?.start;
  if (!x1 || !x2 || !y || !start) throw new TypeError('two classes have two features and a label');
  const units = (parameters.length - 1) / 4;
  return {
    x: tf.stack([tf.tensor1d([...x1]), tf.tensor1d([...x2])], 1) as tf.Tensor2D,
    labels: tf.tensor2d([...y], [y.length, 1]),
    layers: [
      tf.tensor2d([...start.subarray(0, 2 * units)], [units, 2]).transpose(),
      tf.tensor1d([...start.subarray(2 * units, 3 * units)]),
      tf.tensor2d([...start.subarray(3 * units, 4 * units)], [units, 1]),
      tf.tensor1d([...start.subarray(4 * units)]),
    ],
  };
}

function trainAdam({ x, labels, layers }: Start): tf.Tensor {
  const variables = layers.map((tensor) => tf.variable(tensor as tf.Tensor));
  const [weights, biases, outputs, bias] = variables;
  if (!weights || !biases || !outputs || !bias) throw new RangeError('four layers');
  const optimizer = tf.train.adam(adam.lr, adam.beta1, adam.beta2, adam.eps);
  const loss = (): tf.Scalar =>
    tf.losses.sigmoidCrossEntropy(labels, x.matMul(weights).add(biases).tanh().matMul(outputs).add(bias));
  const losses: tf.Scalar[] = [];
  for (let i = 0; i < network.epochs; i += 1) losses.push(optimizer.minimize(loss, true, variables) as tf.Scalar);
  const all = tf.stack([...losses, loss()]);
  optimizer.dispose();
  for (const variable of variables) variable.dispose();
  return all;
}
