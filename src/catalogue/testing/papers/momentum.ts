import { cautious } from './adam';
import { perParameter, length, minus, plus, scale, the, zeros, zip, type PaperMethod } from './loop';

/* Methods around gradient descent and momentum, from their papers' algorithms. */

/** Ma and Yarats, equations 3 and 4: the average starts at 0 and is not corrected. */
export const qhm = perParameter((start, settings) => {
  const [beta, nu] = [the(settings, 'momentum'), the(settings, 'nu')];
  let [theta, buffer] = [start, 0];
  return (g, rate) => {
    buffer = beta * buffer + (1 - beta) * g;
    theta -= rate * ((1 - nu) * g + nu * buffer);
    return theta;
  };
});

/** Defazio and Jelassi, algorithm 1, where c is one minus the momentum. The code takes rate + epsilon for the rate. */
export const madgrad = perParameter((start, settings) => {
  const [momentum, eps] = [the(settings, 'momentum'), the(settings, 'eps')];
  let [x, s, v, k] = [start, 0, 0, 0];
  return (g, rate) => {
    const lambda = rate * Math.sqrt(k + 1);
    k += 1;
    s += lambda * g;
    v += lambda * g * g;
    const z = start - s / (Math.cbrt(v) + eps);
    x = momentum * x + (1 - momentum) * z;
    return x;
  };
});

/** Liang et al. around Lion, whose decay is of the parameters before the step. */
export const cautiousLion: PaperMethod = (start, settings) => {
  const [beta1, beta2] = [the(settings, 'beta1'), the(settings, 'beta2')];
  let [w, m] = [start, zeros(start)];
  return ({ gradient }, rate) => {
    const g = gradient(w);
    const signs = zip(m, g, (old, now) => Math.sign(beta1 * old + (1 - beta1) * now));
    w = minus(scale(1 - rate * the(settings, 'weightDecay'), w), scale(rate, cautious(signs, g)));
    m = zip(m, g, (old, now) => beta2 * old + (1 - beta2) * now);
    return w;
  };
};

/** Foret et al., algorithm 1, with the Euclidean norm, around gradient descent. Both gradients are of one batch. */
export const sam: PaperMethod = (start, settings) => {
  let w = start;
  return ({ gradient }, rate) => {
    const g = gradient(w);
    // The common implementation's 1e-12, which is not in the paper.
    const climbed = plus(w, scale(the(settings, 'rho') / (length(g) + 1e-12), g));
    w = minus(w, scale(rate, gradient(climbed)));
    return w;
  };
};

/** You, Gitman and Ginsburg, algorithm 1: all parameters are one layer, the rate is in the velocity, no decay. */
export const lars: PaperMethod = (start, settings) => {
  let [w, velocity] = [start, zeros(start)];
  return ({ gradient }, rate) => {
    const g = gradient(w);
    const local = (the(settings, 'trust') * length(w)) / length(g);
    velocity = zip(velocity, g, (v, slope) => the(settings, 'momentum') * v + rate * local * slope);
    w = minus(w, velocity);
    return w;
  };
};
