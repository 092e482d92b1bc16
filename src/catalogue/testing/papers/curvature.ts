import { inner, minus, over, plus, scale, the, times, zeros, zip, type PaperMethod, type Vector } from './loop';

/* Methods that read second derivatives, from their papers' algorithms. */

const power = (a: Vector, exponent: number): Vector => a.map((value) => value ** exponent);

/**
 * Yao et al., algorithm 1, with blocks of one parameter, as the code has them for everything but convolutions. The vector z of signs is
 * that of the update's normal numbers. Epsilon is added to the denominator, as in the code; the paper has none. No decay.
 */
export const adahessian: PaperMethod = (start, settings) => {
  const [beta1, beta2, k] = [the(settings, 'beta1'), the(settings, 'beta2'), the(settings, 'hessianPower')];
  let [theta, m, v, t] = [start, zeros(start), zeros(start), 0];
  return ({ gradient, hessian, noise }, rate) => {
    t += 1;
    const g = gradient(theta);
    const z = noise.map(Math.sign);
    const diagonal = times(
      z,
      hessian(theta).map((row) => inner(row, z)),
    );
    m = plus(scale(beta1, m), scale(1 - beta1, g));
    v = plus(scale(beta2, v), scale(1 - beta2, times(diagonal, diagonal)));
    const first = scale(1 / (1 - beta1 ** t), m);
    const second = power(power(scale(1 / (1 - beta2 ** t), v), 0.5), k);
    theta = minus(
      theta,
      scale(
        rate,
        over(
          first,
          second.map((value) => value + the(settings, 'eps')),
        ),
      ),
    );
    return theta;
  };
};

/**
 * Liu et al., algorithm 3, with the Hessian's diagonal itself in the place of an estimate, which Hutchinson's is on average. The diagonal is
 * looked at at updates 1, k + 1, 2k + 1 ..., and neither average is corrected. The code for Sophia-H corrects m, and adds epsilon to
 * what is positive of gamma*h. No decay.
 */
export const sophia: PaperMethod = (start, settings) => {
  const [beta1, beta2, gamma] = [the(settings, 'beta1'), the(settings, 'beta2'), the(settings, 'gamma')];
  let [theta, m, h, t] = [start, zeros(start), zeros(start), 0];
  return ({ gradient, hessian }, rate) => {
    m = plus(scale(beta1, m), scale(1 - beta1, gradient(theta)));
    if (t % the(settings, 'hessianInterval') === 0) {
      const diagonal = hessian(theta).map((row, i) => row[i] ?? Number.NaN);
      h = plus(scale(beta2, h), scale(1 - beta2, diagonal));
    }
    t += 1;
    const ratio = zip(m, h, (average, curvature) => average / Math.max(gamma * curvature, the(settings, 'eps')));
    theta = minus(
      theta,
      scale(
        rate,
        ratio.map((value) => Math.max(-1, Math.min(1, value))),
      ),
    );
    return theta;
  };
};
