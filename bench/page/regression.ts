import * as tf from '@tensorflow/tfjs';
import { planExperiment } from '../../src/engine/plan/plan';
import type { Plan } from '../../src/engine/plan/types';
import type { RunTrace } from '../../src/engine/trace/types';
import { readExperiment } from '../../src/experiment';
import { batchSize, momentum, regression } from '../experiments.mjs';
import { onlyRun, readBack, type BenchEngine } from './engine';
import type { Contest } from './worker';

/** Rows of features, and the labels as a column. */
interface Batch {
  readonly x: tf.Tensor2D;
  readonly y: tf.Tensor2D;
}

/** What the peers start from: on the GPU before the clock starts. */
interface Samples {
  readonly all: Batch;
  /** One an update, in the order in which the engine visits the samples. */
  readonly batches: readonly Batch[];
  readonly weights: tf.Tensor2D;
  readonly bias: tf.Tensor1D;
}

/** Linear regression, the loss over all samples after every update. Answers are those losses, the start's first, then the final parameters. */
export function regressionContest(engine: BenchEngine): Contest {
  const experiment = readExperiment(regression);
  const samples = upload(planExperiment(experiment));
  return {
    engine: () => summary(onlyRun(engine.run(experiment))),
    'tf.train.momentum': () => readBack(() => trainMomentum(samples)),
    tensors: () => readBack(() => plainTensors(samples)),
    float64: () => summary(onlyRun(engine.reference(experiment))),
  };
}

const summary = ({ loss, params }: RunTrace): number[] => [...loss, ...params.subarray(-3)];

function upload(plan: Plan): Samples {
  const run = plan.kind === 'data' ? plan.runs[0] : undefined;
  const [x1, x2, y] = run?.data.columns ?? [];
  if (!run || !x1 || !x2 || !y) throw new TypeError('linear regression has two features and a label');
  const batch = (rows: Int32Array): Batch => ({
    x: tf.tensor2d(Array.from(rows, (i) => [x1[i] ?? NaN, x2[i] ?? NaN])),
    y: tf.tensor2d(Array.from(rows, (i) => [y[i] ?? NaN])),
  });
  const { data, start, visits } = run;
  const updates = visits.length / batchSize;
  return {
    all: batch(Int32Array.from({ length: data.size }, (_, i) => i)),
    batches: Array.from({ length: updates }, (_, u) => batch(visits.subarray(u * batchSize, (u + 1) * batchSize))),
    weights: tf.tensor2d([...start.subarray(0, 2)], [2, 1]),
    bias: tf.tensor1d([...start.subarray(2)]),
  };
}

const residual = (weights: tf.Tensor2D, bias: tf.Tensor1D, { x, y }: Batch): tf.Tensor =>
  tf.matMul(x, weights).add(bias).sub(y);
const loss = (weights: tf.Tensor2D, bias: tf.Tensor1D, batch: Batch): tf.Scalar =>
  residual(weights, bias, batch).square().mean<tf.Scalar>().mul(0.5);

const answer = (losses: tf.Scalar[], weights: tf.Tensor2D, bias: tf.Tensor1D): tf.Tensor =>
  tf.concat([tf.stack<tf.Tensor>(losses).as1D(), weights.as1D(), bias]);

function trainMomentum({ all, batches, ...start }: Samples): tf.Tensor {
  const weights = tf.variable(start.weights);
  const bias = tf.variable(start.bias);
  const optimizer = tf.train.momentum(momentum.lr, momentum.momentum);
  const losses = [loss(weights, bias, all)];
  for (const batch of batches) {
    optimizer.minimize(() => loss(weights, bias, batch), false, [weights, bias]);
    losses.push(loss(weights, bias, all));
  }
  const result = answer(losses, weights, bias);
  optimizer.dispose();
  weights.dispose();
  bias.dispose();
  return result;
}

function plainTensors({ all, batches, ...start }: Samples): tf.Tensor {
  let { weights, bias } = start;
  let weightsVelocity: tf.Tensor2D = tf.zerosLike(weights);
  let biasVelocity: tf.Tensor1D = tf.zerosLike(bias);
  const losses = [loss(weights, bias, all)];
  for (const batch of batches) {
    const error = residual(weights, bias, batch).div<tf.Tensor2D>(batchSize);
    weightsVelocity = weightsVelocity.mul(momentum.momentum).add(tf.matMul(batch.x, error, true));
    biasVelocity = biasVelocity.mul(momentum.momentum).add(error.sum());
    weights = weights.sub(weightsVelocity.mul(momentum.lr));
    bias = bias.sub(biasVelocity.mul(momentum.lr));
    losses.push(loss(weights, bias, all));
  }
  return answer(losses, weights, bias);
}
