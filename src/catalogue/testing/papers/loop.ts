/** A point, a gradient or an average: one number for each parameter. */
export type Vector = readonly number[];

/** The loss of one update: with data, that of its batch. */
export interface Loss {
  readonly value: (point: Vector) => number;
  readonly gradient: (point: Vector) => Vector;
}

/** A method's settings, under the names that the catalogue gives them; flags are 0 or 1. */
export type Settings = Readonly<Record<string, number>>;

/**
 * A method as the algorithm of its paper writes it. Given the start it returns its update: called with each loss in turn, it
 * returns the next parameters.
 */
export type PaperMethod = (start: Vector, settings: Settings) => (loss: Loss) => Vector;

/** A setting. Throws RangeError if it is missing. */
export function the(settings: Settings, name: string): number {
  const value = settings[name];
  if (value === undefined) throw new RangeError(`no setting ${name}`);
  return value;
}

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

/** An average that keeps the share `keep` of itself. */
export const blend = (keep: number, old: Vector, fresh: Vector): Vector =>
  zip(old, fresh, (x, y) => keep * x + (1 - keep) * y);

/** The root of every component, plus epsilon. */
export const rootPlus = (a: Vector, eps: number): Vector => a.map((value) => Math.sqrt(value) + eps);
