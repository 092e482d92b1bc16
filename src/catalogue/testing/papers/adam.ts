import {
  blend,
  inner,
  length,
  minus,
  over,
  plus,
  rootPlus,
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

/** Adam's two averages, corrected for their start at 0 (Kingma and Ba, algorithm 1). */
function adamMoments(settings: Settings, like: Vector) {
  const [beta1, beta2] = [the(settings, 'beta1'), the(settings, 'beta2')];
  let [first, second, t] = [zeros(like), zeros(like), 0];
  return (gradient: Vector) => {
    t += 1;
    first = blend(beta1, first, gradient);
    second = blend(beta2, second, times(gradient, gradient));
    return { first: scale(1 / (1 - beta1 ** t), first), second: scale(1 / (1 - beta2 ** t), second), t };
  };
}

/** Adam's step at rate 1. */
export function adamDirection(settings: Settings, like: Vector) {
  const moments = adamMoments(settings, like);
  return (gradient: Vector): Vector => {
    const { first, second } = moments(gradient);
    return over(first, rootPlus(second, the(settings, 'eps')));
  };
}

/** Zhuang et al., algorithm 2: the belief is the square of g_t - m_t. */
export const adabelief: PaperMethod = (start, settings) => {
  const [alpha, beta1, beta2, eps] = [
    the(settings, 'lr'),
    the(settings, 'beta1'),
    the(settings, 'beta2'),
    the(settings, 'eps'),
  ];
  let [theta, m, s, t] = [start, zeros(start), zeros(start), 0];
  return ({ gradient }) => {
    t += 1;
    const g = gradient(theta);
    m = blend(beta1, m, g);
    const surprise = minus(g, m);
    s = blend(beta2, s, times(surprise, surprise)).map((value) => value + eps);
    const [corrected, spread] = [scale(1 / (1 - beta1 ** t), m), scale(1 / (1 - beta2 ** t), s)];
    theta = minus(theta, scale(alpha, over(corrected, rootPlus(spread, eps))));
    return theta;
  };
};

/** Zaheer et al., algorithm 2. */
export const yogi: PaperMethod = (start, settings) => {
  const [eta, beta1, beta2, eps] = [
    the(settings, 'lr'),
    the(settings, 'beta1'),
    the(settings, 'beta2'),
    the(settings, 'eps'),
  ];
  let [x, m] = [start, zeros(start)];
  let v: Vector = start.map(() => the(settings, 'initialAccumulatorValue'));
  return ({ gradient }) => {
    const g = gradient(x);
    const squares = times(g, g);
    m = blend(beta1, m, g);
    v = zip(v, squares, (old, square) => {
      if (old > square) return old - (1 - beta2) * square;
      return old < square ? old + (1 - beta2) * square : old;
    });
    x = minus(x, scale(eta, over(m, rootPlus(v, eps))));
    return x;
  };
};

/** Xie et al., algorithm 1, with averages that start from 0 and are corrected. */
export const adan: PaperMethod = (start, settings) => {
  // The paper's betas are the shares of what is new.
  const [b1, b2, b3] = ['beta1', 'beta2', 'beta3'].map((name) => 1 - the(settings, name)) as [number, number, number];
  let [theta, m, v, n] = [start, zeros(start), zeros(start), zeros(start)];
  let [previous, k]: [Vector | null, number] = [null, 0];
  return ({ gradient }) => {
    k += 1;
    const g = gradient(theta);
    const change = previous ? minus(g, previous) : zeros(g);
    const ahead = plus(g, scale(1 - b2, change));
    m = blend(1 - b1, m, g);
    v = blend(1 - b2, v, change);
    n = blend(1 - b3, n, times(ahead, ahead));
    const unbiased = (average: Vector, share: number) => scale(1 / (1 - (1 - share) ** k), average);
    const rates = rootPlus(unbiased(n, b3), the(settings, 'eps')).map((root) => the(settings, 'lr') / root);
    theta = minus(theta, times(rates, plus(unbiased(m, b1), scale(1 - b2, unbiased(v, b2)))));
    previous = g;
    return theta;
  };
};

/** Taniguchi et al., with the clipping of the authors' code: v_0 is the square of the first gradient, which moves nothing. */
export const adopt: PaperMethod = (start, settings) => {
  const [beta1, beta2, eps] = [the(settings, 'beta1'), the(settings, 'beta2'), the(settings, 'eps')];
  let [theta, m, t] = [start, zeros(start), 0];
  let v: Vector | null = null;
  return ({ gradient }) => {
    const g = gradient(theta);
    const squares = times(g, g);
    if (v === null) {
      v = squares;
      return theta;
    }
    t += 1;
    const bound = Math.sqrt(Math.sqrt(t));
    const normalized = zip(g, v, (value, square) => value / Math.max(Math.sqrt(square), eps));
    m = blend(
      beta1,
      m,
      normalized.map((value) => Math.sign(value) * Math.min(Math.abs(value), bound)),
    );
    theta = minus(theta, scale(the(settings, 'lr'), m));
    v = blend(beta2, v, squares);
    return theta;
  };
};

/** Pagliardini, Ablin and Grangier, algorithm 1. */
export const ademamix: PaperMethod = (start, settings) => {
  const moments = adamMoments(settings, start);
  let [theta, slow] = [start, zeros(start)];
  return ({ gradient }) => {
    const g = gradient(theta);
    const { first, second } = moments(g);
    slow = blend(the(settings, 'beta3'), slow, g);
    const direction = plus(first, scale(the(settings, 'alpha'), slow));
    theta = minus(theta, scale(the(settings, 'lr'), over(direction, rootPlus(second, the(settings, 'eps')))));
    return theta;
  };
};

/** Ma and Yarats: Adam's averages, each mixed with what it averages. */
export const qhadam: PaperMethod = (start, settings) => {
  const moments = adamMoments(settings, start);
  let theta = start;
  return ({ gradient }) => {
    const g = gradient(theta);
    const { first, second } = moments(g);
    const numerator = blend(the(settings, 'nu1'), first, g);
    const denominator = rootPlus(blend(the(settings, 'nu2'), second, times(g, g)), the(settings, 'eps'));
    theta = minus(theta, scale(the(settings, 'lr'), over(numerator, denominator)));
    return theta;
  };
};

/** Yuan et al.: MARS-AdamW, the approximate form, whose first gradient follows one of 0. */
export const mars: PaperMethod = (start, settings) => {
  const direction = adamDirection(settings, start);
  const weight = (the(settings, 'gamma') * the(settings, 'beta1')) / (1 - the(settings, 'beta1'));
  let [x, previous] = [start, zeros(start)];
  return ({ gradient }) => {
    const g = gradient(x);
    const corrected = plus(g, scale(weight, minus(g, previous)));
    const size = Math.sqrt(inner(corrected, corrected));
    previous = g;
    x = minus(x, scale(the(settings, 'lr'), direction(size > 1 ? scale(1 / size, corrected) : corrected)));
    return x;
  };
};

/** Cao, Li and Song: the size of Adam's step, the sign of the gradient. */
export const grams: PaperMethod = (start, settings) => {
  const direction = adamDirection(settings, start);
  let w = start;
  return ({ gradient }) => {
    const g = gradient(w);
    const signed = zip(direction(g), g, (size, slope) => Math.abs(size) * Math.sign(slope));
    w = minus(w, scale(the(settings, 'lr'), signed));
    return w;
  };
};

/** Liang et al., algorithm 1: what is left of a step where it agrees with the gradient, grown to the same mean. */
export function cautious(step: Vector, gradient: Vector): Vector {
  const agrees = zip(step, gradient, (u, g) => (u * g > 0 ? 1 : 0));
  const share = Math.max(total(agrees) / agrees.length, 1e-3);
  return scale(1 / share, times(agrees, step));
}

/** The same around AdamW, whose decay comes first. */
export const cautiousAdamw: PaperMethod = (start, settings) => {
  const direction = adamDirection(settings, start);
  const eta = the(settings, 'lr');
  let w = start;
  return ({ gradient }) => {
    const g = gradient(w);
    const decayed = scale(1 - eta * the(settings, 'weightDecay'), w);
    w = minus(decayed, scale(eta, cautious(direction(g), g)));
    return w;
  };
};

/** You et al. (2020), algorithm 2, all parameters as one layer and without decay. */
export const lamb: PaperMethod = (start, settings) => {
  const direction = adamDirection(settings, start);
  let x = start;
  return ({ gradient }) => {
    const r = direction(gradient(x));
    const [size, wanted] = [length(r), length(x)];
    const ratio = size > 0 && wanted > 0 ? wanted / size : 1;
    x = minus(x, scale(the(settings, 'lr') * ratio, r));
    return x;
  };
};
