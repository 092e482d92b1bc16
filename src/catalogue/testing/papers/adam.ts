import {
  perParameter,
  length,
  minus,
  plus,
  scale,
  the,
  times,
  total,
  zeros,
  zip,
  type PaperMethod,
  type Settings,
  type Vector,
} from './loop';

/* Relatives of Adam, from their papers' algorithms. */

/** Adam's averages of one parameter's gradients and of their squares, each divided by what its start at 0 lacks. */
function moments(settings: Settings): (g: number) => { readonly first: number; readonly second: number } {
  const [beta1, beta2] = [the(settings, 'beta1'), the(settings, 'beta2')];
  let [m, v, t] = [0, 0, 0];
  return (g) => {
    t += 1;
    m = beta1 * m + (1 - beta1) * g;
    v = beta2 * v + (1 - beta2) * g * g;
    return { first: m / (1 - beta1 ** t), second: v / (1 - beta2 ** t) };
  };
}

/** Adam's step at rate 1, for one parameter. Epsilon is added to the root of the corrected average. */
export function adamStep(settings: Settings): (g: number) => number {
  const [of, eps] = [moments(settings), the(settings, 'eps')];
  return (g) => {
    const { first, second } = of(g);
    return first / (Math.sqrt(second) + eps);
  };
}

/** The same for all parameters. */
function adamSteps(settings: Settings, like: Vector): (g: Vector) => Vector {
  const steps = like.map(() => adamStep(settings));
  return (g) => steps.map((step, i) => step(g[i] ?? Number.NaN));
}

/** Zhuang et al., algorithm 2. Epsilon stays in s from update to update, and is added to its root as well. Not rectified; no decay. */
export const adabelief = perParameter((start, settings) => {
  const [beta1, beta2, eps] = [the(settings, 'beta1'), the(settings, 'beta2'), the(settings, 'eps')];
  let [theta, m, s, t] = [start, 0, 0, 0];
  return (g, rate) => {
    t += 1;
    m = beta1 * m + (1 - beta1) * g;
    s = beta2 * s + (1 - beta2) * (g - m) ** 2 + eps;
    theta -= (rate * (m / (1 - beta1 ** t))) / (Math.sqrt(s / (1 - beta2 ** t)) + eps);
    return theta;
  };
});

/**
 * Zaheer et al., algorithm 2: nothing is corrected. TensorFlow Addons and optax correct both averages; optax begins the first of
 * them, too, at the initial value.
 */
export const yogi = perParameter((start, settings) => {
  const [beta1, beta2, eps] = [the(settings, 'beta1'), the(settings, 'beta2'), the(settings, 'eps')];
  let [x, m, v] = [start, 0, the(settings, 'initialAccumulatorValue')];
  return (g, rate) => {
    m = beta1 * m + (1 - beta1) * g;
    v -= (1 - beta2) * Math.sign(v - g * g) * g * g;
    x -= (rate * m) / (Math.sqrt(v) + eps);
    return x;
  };
});

/**
 * Xie et al., algorithm 1, as in the code: betas are what is kept, all averages start at 0 and are corrected, the first difference
 * is 0. The paper's start from the first gradient. No decay, no restart.
 */
export const adan = perParameter((start, settings) => {
  const [beta1, beta2, beta3] = [the(settings, 'beta1'), the(settings, 'beta2'), the(settings, 'beta3')];
  let [theta, m, v, n, t] = [start, 0, 0, 0, 0];
  let before: number | null = null;
  return (g, rate) => {
    t += 1;
    const difference = before === null ? 0 : g - before;
    before = g;
    m = beta1 * m + (1 - beta1) * g;
    v = beta2 * v + (1 - beta2) * difference;
    n = beta3 * n + (1 - beta3) * (g + beta2 * difference) ** 2;
    const direction = m / (1 - beta1 ** t) + (beta2 * v) / (1 - beta2 ** t);
    theta -= (rate * direction) / (Math.sqrt(n / (1 - beta3 ** t)) + the(settings, 'eps'));
    return theta;
  };
});

/** Taniguchi et al., as in the code: the first gradient only begins v; from then on t counts from 1, with a bound of t^(1/4). */
export const adopt = perParameter((start, settings) => {
  const [beta1, beta2, eps] = [the(settings, 'beta1'), the(settings, 'beta2'), the(settings, 'eps')];
  let [theta, m, v, t] = [start, 0, 0, -1];
  return (g, rate) => {
    t += 1;
    if (t === 0) {
      v = g * g;
      return theta;
    }
    const bound = t ** 0.25;
    const normalized = g / Math.max(Math.sqrt(v), eps);
    m = beta1 * m + (1 - beta1) * Math.min(Math.max(normalized, -bound), bound);
    theta -= rate * m;
    v = beta2 * v + (1 - beta2) * g * g;
    return theta;
  };
});

/** Pagliardini, Ablin and Grangier, algorithm 1, without warm-ups of alpha and beta3 and without decay. The slow average is not corrected. */
export const ademamix = perParameter((start, settings) => {
  const [of, alpha, beta3] = [moments(settings), the(settings, 'alpha'), the(settings, 'beta3')];
  let [theta, slow] = [start, 0];
  return (g, rate) => {
    const { first, second } = of(g);
    slow = beta3 * slow + (1 - beta3) * g;
    theta -= (rate * (first + alpha * slow)) / (Math.sqrt(second) + the(settings, 'eps'));
    return theta;
  };
});

/** Ma and Yarats, QHAdam: each corrected average mixed with what it averages. */
export const qhadam = perParameter((start, settings) => {
  const [of, nu1, nu2] = [moments(settings), the(settings, 'nu1'), the(settings, 'nu2')];
  let theta = start;
  return (g, rate) => {
    const { first, second } = of(g);
    const spread = (1 - nu2) * g * g + nu2 * second;
    theta -= (rate * ((1 - nu1) * g + nu1 * first)) / (Math.sqrt(spread) + the(settings, 'eps'));
    return theta;
  };
});

/** Cao, Li and Song, algorithm 1, without decay. The code adds epsilon to the root before it is corrected. */
export const grams = perParameter((start, settings) => {
  const step = adamStep(settings);
  let w = start;
  return (g, rate) => {
    w -= rate * Math.sign(g) * Math.abs(step(g));
    return w;
  };
});

/**
 * Yuan et al., MARS-AdamW, approximate as the code is by default: the last update's gradient, on its own batch, stands for that of
 * this batch at the last point, and is 0 before the first. The corrected gradient is cut to length 1 over all parameters. No decay.
 */
export const mars: PaperMethod = (start, settings) => {
  const [steps, beta1] = [adamSteps(settings, start), the(settings, 'beta1')];
  let [x, last] = [start, zeros(start)];
  return ({ gradient }, rate) => {
    const g = gradient(x);
    const c = plus(g, scale((the(settings, 'gamma') * beta1) / (1 - beta1), minus(g, last)));
    last = g;
    x = minus(x, scale(rate, steps(length(c) > 1 ? scale(1 / length(c), c) : c)));
    return x;
  };
};

/**
 * Liang et al., what is left of a step where it goes down the gradient, divided by the share of the parameters where it does, at
 * least 1/1000: the form of the code for AdamW. Algorithm 1 adds an epsilon to the share instead; the code for Lion, and the first
 * for AdamW, multiply by n / (kept + 1).
 */
export function cautious(step: Vector, gradient: Vector): Vector {
  const mask = zip(step, gradient, (u, g) => (u * g > 0 ? 1 : 0));
  return scale(1 / Math.max(total(mask) / mask.length, 0.001), times(step, mask));
}

/** The same around AdamW, decayed before the step, with epsilon added after the correction, as in the code's default path. */
export const cautiousAdamw: PaperMethod = (start, settings) => {
  const steps = adamSteps(settings, start);
  let w = start;
  return ({ gradient }, rate) => {
    const g = gradient(w);
    w = scale(1 - rate * the(settings, 'weightDecay'), w);
    w = minus(w, scale(rate, cautious(steps(g), g)));
    return w;
  };
};

/** You et al. (2020), algorithm 2: all parameters are one layer, phi is the identity, no decay. */
export const lamb: PaperMethod = (start, settings) => {
  const steps = adamSteps(settings, start);
  let x = start;
  return ({ gradient }, rate) => {
    const r = steps(gradient(x));
    x = minus(x, scale((rate * length(x)) / length(r), r));
    return x;
  };
};
