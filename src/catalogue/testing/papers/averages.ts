import { adamDirection } from './adam';
import {
  blend,
  minus,
  over,
  plus,
  rootPlus,
  scale,
  the,
  times,
  zeros,
  type PaperMethod,
  type Settings,
  type Vector,
} from './loop';

/* Methods that average iterates, from their papers' algorithms. */

/** Zhang et al., algorithm 1: k fast updates by `inner`, then one of the slow weights. */
function lookahead(start: Vector, settings: Settings, step: (gradient: Vector) => Vector): ReturnType<PaperMethod> {
  let [fast, slow, made] = [start, start, 0];
  return ({ gradient }) => {
    fast = minus(fast, step(gradient(fast)));
    made += 1;
    if (made === the(settings, 'syncPeriod')) {
      slow = plus(slow, scale(the(settings, 'slowStep'), minus(fast, slow)));
      fast = slow;
      made = 0;
    }
    return fast;
  };
}

export const lookaheadSgd: PaperMethod = (start, settings) => {
  let velocity = zeros(start);
  return lookahead(start, settings, (gradient) => {
    velocity = plus(scale(the(settings, 'momentum'), velocity), gradient);
    return scale(the(settings, 'lr'), velocity);
  });
};

export const lookaheadAdam: PaperMethod = (start, settings) => {
  const direction = adamDirection(settings, start);
  return lookahead(start, settings, (gradient) => scale(the(settings, 'lr'), direction(gradient)));
};

/** Defazio et al.: z steps from the gradient at y, x is the average of z; weights are squared rates, here all the same. */
export const scheduleFreeSgd: PaperMethod = (start, settings) => {
  let [x, z, t] = [start, start, 0];
  return ({ gradient }) => {
    t += 1;
    const y = blend(the(settings, 'momentum'), x, z);
    z = minus(z, scale(the(settings, 'lr'), gradient(y)));
    x = blend(1 - 1 / t, x, z);
    return x;
  };
};

/** Defazio et al., algorithm 1, without a warm-up and with the correction in the denominator. */
export const scheduleFreeAdamw: PaperMethod = (start, settings) => {
  const [gamma, beta2] = [the(settings, 'lr'), the(settings, 'beta2')];
  let [x, z, v, t] = [start, start, zeros(start), 0];
  return ({ gradient }) => {
    t += 1;
    const y = blend(the(settings, 'beta1'), x, z);
    const g = gradient(y);
    v = blend(beta2, v, times(g, g));
    const step = over(g, rootPlus(scale(1 / (1 - beta2 ** t), v), the(settings, 'eps')));
    z = minus(z, scale(gamma, plus(step, scale(the(settings, 'weightDecay'), y))));
    x = blend(1 - 1 / t, x, z);
    return x;
  };
};
