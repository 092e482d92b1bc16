import { cautious } from './adam';
import { blend, length, minus, over, plus, scale, the, times, zeros, type PaperMethod } from './loop';

/* Methods around gradient descent and momentum, from their papers' algorithms. */

/** Ma and Yarats: the average and the gradient, mixed. */
export const qhm: PaperMethod = (start, settings) => {
  let [theta, buffer] = [start, zeros(start)];
  return ({ gradient }) => {
    const g = gradient(theta);
    buffer = blend(the(settings, 'momentum'), buffer, g);
    theta = minus(theta, scale(the(settings, 'lr'), blend(the(settings, 'nu'), buffer, g)));
    return theta;
  };
};

/** Defazio and Jelassi, algorithm 1; c is one minus the momentum, k counts from 0. */
export const madgrad: PaperMethod = (start, settings) => {
  let [x, s, v, k] = [start, zeros(start), zeros(start), 0];
  return ({ gradient }) => {
    const g = gradient(x);
    const weight = the(settings, 'lr') * Math.sqrt(k + 1);
    k += 1;
    s = plus(s, scale(weight, g));
    v = plus(v, scale(weight, times(g, g)));
    const z = minus(
      start,
      over(
        s,
        v.map((value) => Math.cbrt(value) + the(settings, 'eps')),
      ),
    );
    x = blend(the(settings, 'momentum'), x, z);
    return x;
  };
};

/** Liang et al., algorithm 1, around Lion with its decay. */
export const cautiousLion: PaperMethod = (start, settings) => {
  const eta = the(settings, 'lr');
  let [w, m] = [start, zeros(start)];
  return ({ gradient }) => {
    const g = gradient(w);
    const signs = blend(the(settings, 'beta1'), m, g).map(Math.sign);
    w = minus(w, scale(eta, plus(cautious(signs, g), scale(the(settings, 'weightDecay'), w))));
    m = blend(the(settings, 'beta2'), m, g);
    return w;
  };
};

/** Foret et al., algorithm 1, with the Euclidean norm. */
export const sam: PaperMethod = (start, settings) => {
  let w = start;
  return ({ gradient }) => {
    const g = gradient(w);
    const uphill = scale(the(settings, 'rho') / (length(g) + 1e-12), g);
    w = minus(w, scale(the(settings, 'lr'), gradient(plus(w, uphill))));
    return w;
  };
};

/** You, Gitman and Ginsburg, algorithm 1, all parameters as one layer and without decay. */
export const lars: PaperMethod = (start, settings) => {
  let [w, velocity] = [start, zeros(start)];
  return ({ gradient }) => {
    const g = gradient(w);
    const [size, slope] = [length(w), length(g)];
    const local = size > 0 && slope > 0 ? (the(settings, 'trust') * size) / slope : 1;
    velocity = plus(scale(the(settings, 'momentum'), velocity), scale(the(settings, 'lr') * local, g));
    w = minus(w, velocity);
    return w;
  };
};
