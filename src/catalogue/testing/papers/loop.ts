/** A point, a gradient or an average: one number for each parameter. */
export type Vector = readonly number[];

/** The loss of one update: with data, that of its batch. */
export interface Loss {
  readonly value: (point: Vector) => number;
  readonly gradient: (point: Vector) => Vector;
  /** Its second derivatives, row by row. */
  readonly hessian: (point: Vector) => readonly Vector[];
}

/** What an update is given: its loss, and a standard normal number for each parameter. */
interface Given extends Loss {
  readonly noise: Vector;
}

/** A method's settings, under the names that the catalogue gives them; flags are 0 or 1. */
export type Settings = Readonly<Record<string, number>>;

/**
 * A method as the algorithm of its paper writes it. Given the start it returns its update: called with each loss and the rate of that
 * update in turn, it returns the next parameters.
 */
export type PaperMethod = (start: Vector, settings: Settings) => (given: Given, rate: number) => Vector;

/** A setting. Throws RangeError if it is missing. */
export function the(settings: Settings, name: string): number {
  const value = settings[name];
  if (value === undefined) throw new RangeError(`no setting ${name}`);
  return value;
}

/** One parameter's share of a method: from its gradient and the rate to its next value. */
type OneParameter = (start: number, settings: Settings) => (gradient: number, rate: number) => number;

/** A method that knows of each parameter nothing but its own gradient: its algorithm is written for one. */
export const perParameter =
  (one: OneParameter): PaperMethod =>
  (start, settings) => {
    const updates = start.map((value) => one(value, settings));
    let theta = start;
    return ({ gradient }, rate) => {
      const g = gradient(theta);
      theta = updates.map((update, i) => update(g[i] ?? Number.NaN, rate));
      return theta;
    };
  };

export const zeros = (like: Vector): Vector => like.map(() => 0);
export const scale = (factor: number, a: Vector): Vector => a.map((value) => factor * value);
export const zip = (a: Vector, b: Vector, f: (x: number, y: number) => number): Vector =>
  a.map((x, i) => f(x, b[i] ?? Number.NaN));
export const plus = (a: Vector, b: Vector): Vector => zip(a, b, (x, y) => x + y);
export const minus = (a: Vector, b: Vector): Vector => zip(a, b, (x, y) => x - y);
export const times = (a: Vector, b: Vector): Vector => zip(a, b, (x, y) => x * y);
export const over = (a: Vector, b: Vector): Vector => zip(a, b, (x, y) => x / y);
export const total = (a: Vector): number => a.reduce((sum, value) => sum + value, 0);
export const inner = (a: Vector, b: Vector): number => total(times(a, b));
export const length = (a: Vector): number => Math.hypot(...a);

/** No method that is made layer by layer here reads second derivatives. */
const notOfLayers = (): never => {
  throw new RangeError('no second derivatives of a layer');
};

/** A method that is made for one layer, on several: each layer has one of its own, and all move at once. */
export const layerwise =
  (method: PaperMethod, layers: readonly (readonly number[])[]): PaperMethod =>
  (start, settings) => {
    const share = (values: Vector, at: readonly number[]) => at.map((i) => values[i] ?? Number.NaN);
    const updates = layers.map((at) => method(share(start, at), settings));
    let theta = start;
    return ({ value, gradient, noise }, rate) => {
      const g = gradient(theta);
      const moved = [...theta];
      layers.forEach((at, k) => {
        const ofLayer = { value, gradient: () => share(g, at), noise: share(noise, at), hessian: notOfLayers };
        const next = updates[k]?.(ofLayer, rate) ?? [];
        at.forEach((i, place) => (moved[i] = next[place] ?? Number.NaN));
      });
      theta = moved;
      return theta;
    };
  };
