import { minimumOfCubic, minimumOfParabola } from './interpolation';
import type { At, Line, Search } from './lineDescent';
import type { Objective, Trial, Vector, Verdict } from './types';
import { dot, plus } from './vectors';

interface Conditions {
  readonly c1: number;
  readonly c2: number;
  /** A further condition on a point that meets both Wolfe conditions. */
  readonly accepts?: (at: At) => boolean;
}

/** A point of the line, at `length` along it. */
interface Place {
  readonly length: number;
  readonly loss: number;
  readonly slope: number;
}

/** How often the first stage doubles a step, and how often the second one narrows the bracket after its first trial, at most; as in scipy. */
const MOST_STEPS = 10;
/** A cubic's or a parabola's minimum this near to an end of the bracket, as a share of it, is not used; as in scipy. */
const CUBIC_MARGIN = 0.2;
const PARABOLA_MARGIN = 0.1;

/**
 * A line search for the strong Wolfe conditions, Armijo's (3.7a) and |phi'(a)| <= c2 |phi'(0)| (3.7b): Nocedal & Wright,
 * Numerical Optimization (2nd ed.), Algorithms 3.5 and 3.6. The first trial follows from the last decrease by (3.60), steps
 * are doubled until they bracket a minimum, and within the bracket cubics and parabolas are interpolated, step by step as
 * `scipy.optimize.line_search` does. It fails where eleven interpolations were not enough.
 */
export function wolfeSearch(objective: Objective, line: Line, conditions: Conditions): Search {
  return new WolfeSearch(objective, line, conditions).run();
}

class WolfeSearch {
  private readonly trials: Trial[] = [];
  private readonly start: Place;
  private gradient: Vector = [];

  constructor(
    private readonly objective: Objective,
    private readonly line: Line,
    private readonly conditions: Conditions,
  ) {
    this.start = { length: 0, loss: line.loss, slope: dot(line.gradient, line.direction) };
  }

  /** Algorithm 3.5. */
  run(): Search {
    let last = this.start;
    let length = this.firstLength();
    let loss = this.lossAt(length);
    // The loss did not change in the last iteration: no step follows from that.
    if (!(length > 0)) return { trials: this.trials, found: null };
    for (let i = 0; i < MOST_STEPS; i += 1) {
      const isHigh = this.isTooHigh(length, loss);
      if (isHigh || (loss >= last.loss && i > 0)) {
        this.judge(isHigh ? 'tooHigh' : 'pastLower');
        return this.zoom(last, { length, loss, slope: Number.NaN });
      }
      const here = { length, loss, slope: this.slopeAt(length) };
      if (this.isAccepted(here)) return this.found(here);
      if (here.slope >= 0) return this.zoom(here, last);
      last = here;
      length *= 2;
      loss = this.lossAt(length);
    }
    // The last step is taken untested, as scipy does.
    this.judge('longest');
    return this.end({ length, loss, slope: Number.NaN });
  }

  /** (3.60): the step that a parabola with the last decrease would make, a little longer, and at most 1. */
  private firstLength(): number {
    const { before, loss, gradient } = this.line;
    // Before the first iteration: as after a decrease by half of the gradient's norm, so that the step is about 1 long.
    const lastLoss = before ? before.loss : loss + Math.sqrt(dot(gradient, gradient)) / 2;
    const length = Math.min(1, (1.01 * 2 * (loss - lastLoss)) / this.start.slope);
    return length < 0 ? 1 : length;
  }

  /**
   * Algorithm 3.6: narrows the bracket between `low`, which meets Armijo's condition with the lowest loss so far, and `high`.
   */
  private zoom(low: Place, high: Place): Search {
    let recent: Pick<Place, 'length' | 'loss'> | null = null;
    for (let i = 0; i <= MOST_STEPS; i += 1) {
      const length = between(low, high, recent);
      const loss = this.lossAt(length);
      const isHigh = this.isTooHigh(length, loss);
      if (isHigh || loss >= low.loss) {
        this.judge(isHigh ? 'tooHigh' : 'pastLower');
        recent = high;
        high = { length, loss, slope: Number.NaN };
        continue;
      }
      const here = { length, loss, slope: this.slopeAt(length) };
      if (this.isAccepted(here)) return this.found(here);
      if (here.slope * (high.length - low.length) >= 0) {
        recent = high;
        high = low;
      } else recent = low;
      low = here;
    }
    return { trials: this.trials, found: null };
  }

  private pointAt = (length: number): Vector => plus(this.line.point, length, this.line.direction);

  /** A loss that is no number counts as infinitely high. */
  private lossAt(length: number): number {
    const point = this.pointAt(length);
    const value = this.objective.value(point);
    const loss = Number.isNaN(value) ? Infinity : value;
    this.trials.push({ point, loss, length, verdict: 'tooHigh' });
    return loss;
  }

  private slopeAt(length: number): number {
    this.gradient = this.objective.gradient(this.pointAt(length));
    return dot(this.gradient, this.line.direction);
  }

  private isTooHigh(length: number, loss: number): boolean {
    return loss > this.start.loss + this.conditions.c1 * length * this.start.slope;
  }

  private isAccepted({ length, loss, slope }: Place): boolean {
    const { c2, accepts } = this.conditions;
    const isFlat = Math.abs(slope) <= -c2 * this.start.slope;
    const isTaken = isFlat && (!accepts || accepts({ point: this.pointAt(length), loss, gradient: this.gradient }));
    this.judge(isTaken ? 'accepted' : isFlat ? 'badDirection' : 'tooSteep');
    return isTaken;
  }

  /** Says what became of the last trial. */
  private judge(verdict: Verdict): void {
    const trial = this.trials.pop();
    if (trial) this.trials.push({ ...trial, verdict });
  }

  private found(here: Place): Search {
    return this.end(here, this.gradient);
  }

  private end({ length, loss }: Place, gradient?: Vector): Search {
    return { trials: this.trials, found: { point: this.pointAt(length), loss, ...(gradient && { gradient }) } };
  }
}

/** The next trial within a bracket: the minimum of a cubic, else of a parabola, else the middle. */
function between(low: Place, high: Place, recent: Pick<Place, 'length' | 'loss'> | null): number {
  const width = high.length - low.length;
  const [a, b] = width < 0 ? [high.length, low.length] : [low.length, high.length];
  // The margins have the sign of `width`, as in scipy: in a bracket that runs backwards they widen it.
  const isInside = (length: number | null, margin: number): length is number =>
    length !== null && !(length > b - margin * width) && !(length < a + margin * width);
  const cubic = recent && minimumOfCubic(low, high, recent);
  if (isInside(cubic, CUBIC_MARGIN)) return cubic;
  const parabola = minimumOfParabola(low, high);
  return isInside(parabola, PARABOLA_MARGIN) ? parabola : low.length + 0.5 * width;
}
