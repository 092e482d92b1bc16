import * as tf from '@tensorflow/tfjs';
import { readExperiment } from '../../src/experiment';
import { adam, oneRun, rosenbrock } from '../experiments.mjs';
import { onlyRun, readBack, type BenchEngine } from './engine';
import type { Contest } from './worker';

const { a, b } = rosenbrock;
const { lr, beta1, beta2, eps } = adam;

/** Adam on Rosenbrock. Answers are all points, the start first: [steps + 1, 2]. */
export function oneRunContest(engine: BenchEngine): Contest {
  const experiment = readExperiment(oneRun);
  return {
    engine: () => onlyRun(engine.run(experiment)).params,
    'tf.train.adam': () => readBack(trainAdam),
    tensors: () => readBack(plainTensors),
    float64: () => onlyRun(engine.reference(experiment)).params,
  };
}

function loss(theta: tf.Tensor1D): tf.Scalar {
  const [x, y] = tf.split(theta, 2) as [tf.Tensor1D, tf.Tensor1D];
  return tf.sub(a, x).square().add(y.sub(x.square()).square().mul(b)).asScalar();
}

function trainAdam(): tf.Tensor {
  const theta = tf.variable(tf.tensor1d(oneRun.start));
  const optimizer = tf.train.adam(lr, beta1, beta2, eps);
  // A clone shares the numbers, which an update replaces and does not change.
  const points = [theta.clone()];
  for (let step = 0; step < oneRun.steps; step += 1) {
    optimizer.minimize(() => loss(theta), false, [theta]);
    points.push(theta.clone());
  }
  optimizer.dispose();
  theta.dispose();
  return tf.stack(points);
}

/** The derivatives of (a - x)^2 + b (y - x^2)^2. */
function gradient(theta: tf.Tensor1D): tf.Tensor1D {
  const [x, y] = tf.split(theta, 2) as [tf.Tensor1D, tf.Tensor1D];
  const rise = y.sub(x.square()).mul<tf.Tensor1D>(2 * b);
  return tf.concat1d([x.sub(a).mul(2).sub<tf.Tensor1D>(rise.mul(x).mul(2)), rise]);
}

function plainTensors(): tf.Tensor {
  let theta = tf.tensor1d(oneRun.start);
  let m = tf.zerosLike(theta);
  let v = tf.zerosLike(theta);
  const points = [theta];
  for (let t = 1; t <= oneRun.steps; t += 1) {
    const g = gradient(theta);
    m = m.mul(beta1).add(g.mul(1 - beta1));
    v = v.mul(beta2).add(g.square().mul(1 - beta2));
    const root = v
      .div(1 - beta2 ** t)
      .sqrt()
      .add(eps);
    theta = theta.sub<tf.Tensor1D>(m.mul(lr / (1 - beta1 ** t)).div(root));
    points.push(theta);
  }
  return tf.stack(points);
}
