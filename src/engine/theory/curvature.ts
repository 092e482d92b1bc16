import { Code, gradientNodes, type LossProgram, type NodeId } from '../../formula';
import { evaluationsOf, fillOtherInputs, type LossSource } from '../loss/source';
import { hessianInSlices, isPositiveDefinite, levelShare, movingOf } from '../loss/newton';
import { isQuadratic } from '../plan/plan';
import { runToEnd, NEVER_PAUSE, type PauseSignal } from '../common/slice';
import { extremeEigen, symmetricEigen, type Eigenpair, type Operator } from '../loss/eigen';

/** Up to this many parameters the whole Hessian is computed; beyond, but for quadratic losses, its products with vectors. */
export const FULL_HESSIAN = 40;

/** The effective curvature of a rule: D^(-1/2) (weight*H + penalty) D^(-1/2) over the parameters that move, H being the Hessian. */
export interface HessianTransform {
  /** What the batch's reduction multiplies the mean gradient by: 1, or the number of micro-batches if they are summed. */
  readonly weight: number;
  readonly penalty: number;
  /** D, one positive number per parameter; null for rules without a preconditioner. */
  readonly divisor: readonly number[] | null;
  /** Indices of the parameters that move; null for all. */
  readonly free: readonly number[] | null;
}

/** The plain Hessian. */
export const NO_TRANSFORM: HessianTransform = { weight: 1, penalty: 0, divisor: null, free: null };

export interface Spectrum {
  readonly largest: Eigenpair;
  readonly smallest: Eigenpair;
  /** All eigenvalues, largest first; null if only the largest and the smallest are computed. */
  readonly values: readonly number[] | null;
  /** The same with their eigenvectors, over the parameters that move. */
  readonly pairs: readonly Eigenpair[] | null;
}

/** The exact curvature of a plan's full loss, at any number of points. */
export class Curvature {
  /** The Hessian of a quadratic loss, which is the same everywhere; computed once. */
  private constant: number[][] | null = null;

  private readonly quadratic: boolean;

  constructor(private readonly source: LossSource) {
    this.quadratic = isQuadratic(source.loss);
  }

  /**
   * The eigenvalues of the effective curvature at a point. Null if the Hessian is not finite there, a divisor is not
   * positive, or the power iteration does not converge.
   */
  at(point: ArrayLike<number>, transform: HessianTransform = NO_TRANSFORM): Spectrum | null {
    return runToEnd(this.inSlices(point, transform, NEVER_PAUSE));
  }

  /** The same as a generator that yields when it is time to pause. */
  *inSlices(
    point: ArrayLike<number>,
    { weight, penalty, divisor, free }: HessianTransform,
    slice: PauseSignal,
  ): Generator<void, Spectrum | null> {
    const n = this.source.loss.parameters.length;
    const moving = movingOf(free, n);
    const scale = moving.map((i) => (divisor ? 1 / Math.sqrt(divisor[i] as number) : 1));
    if (moving.length === 0 || !scale.every((s) => s > 0 && s < Infinity)) return null;
    if (n > FULL_HESSIAN && !this.quadratic) {
      const apply = hessianProducts(this.source, point);
      const scaledApply: Operator = (vector) => {
        const scaled = vector.map((x, k) => x * (scale[k] as number));
        const whole = Array.from({ length: n }, () => 0);
        moving.forEach((i, k) => (whole[i] = scaled[k] as number));
        const product = apply(whole);
        return moving.map(
          (i, k) => (weight * (product[i] as number) + penalty * (scaled[k] as number)) * (scale[k] as number),
        );
      };
      const ends = yield* extremeEigen(scaledApply, moving.length, slice);
      return ends && { ...ends, values: null, pairs: null };
    }
    const hessian = yield* this.hessian(point, slice);
    const effective = moving.map((i, k) =>
      moving.map(
        (j, l) =>
          (weight * (hessian[i]?.[j] as number) + (i === j ? penalty : 0)) *
          (scale[k] as number) *
          (scale[l] as number),
      ),
    );
    const found = symmetricEigen(effective);
    const pairs = found && (isPositiveDefinite(this.source, effective) ? found : this.withoutRounding(found));
    const [largest] = pairs ?? [];
    const smallest = pairs?.at(-1);
    if (!pairs || !largest || !smallest) return null;
    // More than can be read are not listed.
    return n > FULL_HESSIAN
      ? { largest, smallest, values: null, pairs: null }
      : { largest, smallest, values: pairs.map(({ value }) => value), pairs };
  }

  /** Eigenvalues that rounding alone may have made become 0: -1.4e-16 beside 2 is no downward curvature. */
  private withoutRounding(pairs: readonly Eigenpair[]): Eigenpair[] {
    const level = levelShare(this.source) * Math.max(...pairs.map(({ value }) => Math.abs(value)));
    return pairs.map(({ value, vector }) => ({ value: Math.abs(value) <= level ? 0 : value, vector }));
  }

  private *hessian(point: ArrayLike<number>, slice: PauseSignal): Generator<void, number[][]> {
    if (this.constant) return this.constant;
    const hessian = yield* hessianInSlices(this.source, point, slice);
    if (this.quadratic) this.constant = hessian;
    return hessian;
  }
}

/** The Hessian times a vector v is the gradient of (gradient . v): two passes of reverse mode for any number of parameters. */
interface Products {
  readonly direction: readonly NodeId[];
  readonly product: readonly NodeId[];
}

const products = new WeakMap<LossProgram, Products>();

/** Adds the product to a loss's graph, once. */
function productsOf(loss: LossProgram): Products {
  const cached = products.get(loss);
  if (cached) return cached;
  const { graph, gradient, parameters } = loss;
  // No name in a formula contains a space, so these inputs cannot clash with one.
  const direction = parameters.map((_, i) => graph.input(`direction ${i}`));
  const terms = gradient.map((node, i) => graph.apply('mul', node, direction[i] as NodeId));
  const slope = terms.reduce((sum, term) => graph.apply('add', sum, term));
  const made = {
    direction,
    product: gradientNodes(
      graph,
      slope,
      parameters.map((name) => graph.input(name)),
    ),
  };
  products.set(loss, made);
  return made;
}

/** Multiplies vectors by the full loss's Hessian at a point, exactly, in float64. */
export function hessianProducts(source: LossSource, point: ArrayLike<number>): Operator {
  const { loss } = source;
  const { direction, product } = productsOf(loss);
  const code = new Code(loss.graph, [product]);
  const registers = code.registers('float64');
  loss.parameters.forEach((name, i) => (registers[loss.graph.input(name)] = point[i] as number));
  const fill = fillOtherInputs(source, registers);
  const evaluations = evaluationsOf(source);
  return (vector) => {
    direction.forEach((node, i) => (registers[node] = vector[i] as number));
    const sum = product.map(() => 0);
    for (let evaluation = 0; evaluation < evaluations; evaluation += 1) {
      fill(evaluation);
      code.run(registers);
      product.forEach((node, i) => (sum[i] = (sum[i] as number) + (registers[node] as number) / evaluations));
    }
    return sum;
  };
}
