import { inner, length, minus, over, scale, the, total, zeros, zip, type PaperMethod, type Vector } from './loop';

/* Methods that find their rate, from their papers' algorithms. */

/**
 * Polyak (1987), section 5.3, with a factor and without a largest rate. Like the "sps+" of optax it stays where the loss is
 * below the one given.
 */
export const polyak: PaperMethod = (start, settings) => {
  let x = start;
  return ({ value, gradient }, rate) => {
    const g = gradient(x);
    const excess = Math.max(value(x) - the(settings, 'fstar'), 0);
    x = minus(x, scale((rate * excess) / inner(g, g), g));
    return x;
  };
};

/** Barzilai and Borwein, equations 5 and 6, from one step of gradient descent. Where no gradient has changed the rate stays. */
export const barzilaiBorwein: PaperMethod = (start, settings) => {
  let [x, alpha] = [start, the(settings, 'lr')];
  let last: { readonly x: Vector; readonly g: Vector } | null = null;
  return ({ gradient }) => {
    const g = gradient(x);
    if (last !== null) {
      const [s, y] = [minus(x, last.x), minus(g, last.g)];
      if (inner(s, y) !== 0) alpha = the(settings, 'short') ? inner(s, y) / inner(y, y) : inner(s, s) / inner(s, y);
    }
    last = { x, g };
    x = minus(x, scale(alpha, g));
    return x;
  };
};

/** Ivgi, Hinder and Carmon, as in the code: epsilon is in the sum once. The iterates are not averaged. */
export const dog: PaperMethod = (start, settings) => {
  let [x, farthest, squares] = [start, the(settings, 'repsRel') * (1 + length(start)), the(settings, 'eps')];
  return ({ gradient }, rate) => {
    const g = gradient(x);
    farthest = Math.max(farthest, length(minus(x, start)));
    squares += inner(g, g);
    x = minus(x, scale((rate * farthest) / Math.sqrt(squares), g));
    return x;
  };
};

/**
 * Defazio and Mishchenko, algorithm 5: the inner product of g_k and s_k is divided by A_{k+1}, in which g_k has joined. The code (and
 * optax's) divides by A_k, from before it: its rate grows otherwise from the third update on. Nothing is corrected.
 */
export const dAdaptAdam: PaperMethod = (start, settings) => {
  const [beta1, beta2, eps] = [the(settings, 'beta1'), the(settings, 'beta2'), the(settings, 'eps')];
  const root = Math.sqrt(beta2);
  let [x, m, v, s, r, d] = [start, zeros(start), zeros(start), zeros(start), 0, the(settings, 'd0')];
  return ({ gradient }, rate) => {
    const g = gradient(x);
    const weight = d * rate;
    m = zip(m, g, (old, now) => beta1 * old + (1 - beta1) * weight * now);
    v = zip(v, g, (old, now) => beta2 * old + (1 - beta2) * now * now);
    const a = v.map((square) => Math.sqrt(square) + eps);
    const product = total(g.map((slope, i) => (slope * (s[i] ?? Number.NaN)) / (a[i] ?? Number.NaN)));
    r = root * r + (1 - root) * weight * product;
    s = zip(s, g, (old, now) => root * old + (1 - root) * weight * now);
    d = Math.max(d, r / ((1 - root) * total(s.map(Math.abs))));
    x = minus(x, over(m, a));
    return x;
  };
};

/**
 * Mishchenko and Defazio, algorithm 4: the distance that was estimated before this update is in the step and before epsilon. The code
 * multiplies epsilon by the new one. Its sums lack the factor 1 - beta3, which cancels. Nothing is corrected, no decay.
 */
export const prodigy: PaperMethod = (start, settings) => {
  const [beta1, beta2, eps] = [the(settings, 'beta1'), the(settings, 'beta2'), the(settings, 'eps')];
  const beta3 = Math.sqrt(beta2);
  let [x, m, v, s, r, d] = [start, zeros(start), zeros(start), zeros(start), 0, the(settings, 'd0')];
  return ({ gradient }, rate) => {
    const [g, before] = [gradient(x), d];
    m = zip(m, g, (old, now) => beta1 * old + (1 - beta1) * before * now);
    v = zip(v, g, (old, now) => beta2 * old + (1 - beta2) * (before * now) ** 2);
    r = beta3 * r + (1 - beta3) * rate * before ** 2 * inner(g, minus(start, x));
    s = zip(s, g, (old, now) => beta3 * old + (1 - beta3) * rate * before ** 2 * now);
    d = Math.max(d, r / total(s.map(Math.abs)));
    x = minus(
      x,
      zip(m, v, (average, square) => (rate * before * average) / (Math.sqrt(square) + before * eps)),
    );
    return x;
  };
};
