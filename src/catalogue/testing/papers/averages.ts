import { adamStep } from './adam';
import { perParameter, the, zip, type PaperMethod, type Settings } from './loop';

/* Methods that average iterates, from their papers' algorithms. */

/** Zhang et al., algorithm 1, around `inner`, which keeps what it remembers when the slow weights step. The fast weights are returned. */
const lookahead = (inner: (settings: Settings) => (g: number) => number): PaperMethod =>
  perParameter((start, settings) => {
    const step = inner(settings);
    let [fast, slow, made] = [start, start, 0];
    return (g, rate) => {
      fast -= rate * step(g);
      made += 1;
      if (made % the(settings, 'syncPeriod') === 0) {
        slow += the(settings, 'slowStep') * (fast - slow);
        fast = slow;
      }
      return fast;
    };
  });

/** Around SGD as torch has it: the velocity is a sum, outside of the rate. */
export const lookaheadSgd = lookahead((settings) => {
  let velocity = 0;
  return (g) => {
    velocity = the(settings, 'momentum') * velocity + g;
    return velocity;
  };
});

export const lookaheadAdam = lookahead(adamStep);

/**
 * Defazio et al., algorithm 1 and its form for SGD: `base` makes the step of z from the gradient at y; x is returned. Each point
 * counts by the square of its rate. The code counts it by the square of the largest rate so far, which is the same until the rate falls.
 */
const scheduleFree =
  (beta: string, base: (settings: Settings) => (g: number, y: number) => number): PaperMethod =>
  (start, settings) => {
    const steps = start.map(() => base(settings));
    let [x, z, weights] = [start, start, 0];
    return ({ gradient }, rate) => {
      const y = zip(x, z, (average, point) => the(settings, beta) * average + (1 - the(settings, beta)) * point);
      const g = gradient(y);
      z = z.map((point, i) => point - rate * (steps[i]?.(g[i] ?? Number.NaN, y[i] ?? Number.NaN) ?? Number.NaN));
      weights += rate ** 2;
      const c = rate ** 2 / weights;
      x = zip(x, z, (average, point) => (1 - c) * average + c * point);
      return x;
    };
  };

export const scheduleFreeSgd = scheduleFree('momentum', () => (g) => g);

/**
 * With the step of the code since its version 1.3: the average of squares is corrected in the denominator. The paper multiplies the rate by the
 * root of the correction instead, so that first points count less. The decay is of y. No warm-up.
 */
export const scheduleFreeAdamw = scheduleFree('beta1', (settings) => {
  const beta2 = the(settings, 'beta2');
  let [v, t] = [0, 0];
  return (g, y) => {
    t += 1;
    v = beta2 * v + (1 - beta2) * g * g;
    return g / (Math.sqrt(v / (1 - beta2 ** t)) + the(settings, 'eps')) + the(settings, 'weightDecay') * y;
  };
});
