import {
  blend,
  inner,
  length,
  minus,
  over,
  rootPlus,
  scale,
  the,
  times,
  total,
  zeros,
  type PaperMethod,
  type Vector,
} from './loop';

/* Methods that find their rate, from their papers' algorithms. */

/** Polyak (1987), section 5.3. */
export const polyak: PaperMethod = (start, settings) => {
  let x = start;
  return ({ value, gradient }) => {
    const [excess, g] = [value(x) - the(settings, 'fstar'), gradient(x)];
    const squared = inner(g, g);
    if (squared > 0 && excess > 0) x = minus(x, scale((the(settings, 'lr') * excess) / squared, g));
    return x;
  };
};

/** Barzilai and Borwein, equations 5 and 6. */
export const barzilaiBorwein: PaperMethod = (start, settings) => {
  let x = start;
  let last: { readonly x: Vector; readonly g: Vector } | null = null;
  let alpha = the(settings, 'lr');
  return ({ gradient }) => {
    const g = gradient(x);
    if (last) {
      const [dx, dg] = [minus(x, last.x), minus(g, last.g)];
      const curvature = inner(dx, dg);
      if (curvature !== 0) alpha = the(settings, 'short') ? curvature / inner(dg, dg) : inner(dx, dx) / curvature;
    }
    last = { x, g };
    x = minus(x, scale(alpha, g));
    return x;
  };
};

/** Ivgi, Hinder and Carmon: the distance from the start over the root of the summed squares. */
export const dog: PaperMethod = (start, settings) => {
  let [x, farthest, squares] = [start, the(settings, 'repsRel') * (1 + length(start)), the(settings, 'eps')];
  return ({ gradient }) => {
    const g = gradient(x);
    farthest = Math.max(farthest, length(minus(x, start)));
    squares += inner(g, g);
    x = minus(x, scale((the(settings, 'lr') * farthest) / Math.sqrt(squares), g));
    return x;
  };
};

/** Defazio and Mishchenko, algorithm 5: Adam with D-Adaptation. */
export const dAdaptAdam: PaperMethod = (start, settings) => {
  const [beta1, beta2] = [the(settings, 'beta1'), the(settings, 'beta2')];
  const keep = Math.sqrt(beta2);
  let [x, m, v, s, r, d] = [start, zeros(start), zeros(start), zeros(start), 0, the(settings, 'd0')];
  return ({ gradient }) => {
    const g = gradient(x);
    const weighted = scale(d * the(settings, 'lr'), g);
    m = blend(beta1, m, weighted);
    v = blend(beta2, v, times(g, g));
    const metric = rootPlus(v, the(settings, 'eps'));
    x = minus(x, over(m, metric));
    // The inner product is with s before this gradient joins it.
    r = keep * r + (1 - keep) * inner(weighted, over(s, metric));
    s = blend(keep, s, weighted);
    const bound = r / ((1 - keep) * total(s.map(Math.abs)));
    d = Number.isNaN(bound) ? d : Math.max(d, bound);
    return x;
  };
};

/** Mishchenko and Defazio, algorithm 4: Prodigy in the form of Adam. */
export const prodigy: PaperMethod = (start, settings) => {
  const [beta1, beta2, gamma] = [the(settings, 'beta1'), the(settings, 'beta2'), the(settings, 'lr')];
  const keep = Math.sqrt(beta2);
  let [x, m, v, s, r, d] = [start, zeros(start), zeros(start), zeros(start), 0, the(settings, 'd0')];
  return ({ gradient }) => {
    const g = gradient(x);
    const scaled = scale(d, g);
    m = blend(beta1, m, scaled);
    v = blend(beta2, v, times(scaled, scaled));
    r = keep * r + (1 - keep) * gamma * d * d * inner(g, minus(start, x));
    s = blend(keep, s, scale(gamma * d * d, g));
    const bound = r / total(s.map(Math.abs));
    x = minus(x, scale(gamma * d, over(m, rootPlus(v, d * the(settings, 'eps')))));
    d = Number.isNaN(bound) ? d : Math.max(d, bound);
    return x;
  };
};
