interface Value {
  readonly length: number;
  readonly loss: number;
}

const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);

/**
 * Where the cubic through three values, with the slope of the first, has its minimum; null if it has none. Nocedal & Wright,
 * Numerical Optimization (2nd ed.), section 3.5, in the form of scipy's `_cubicmin`.
 */
export function minimumOfCubic(a: Value & { readonly slope: number }, b: Value, c: Value): number | null {
  const [db, dc] = [b.length - a.length, c.length - a.length];
  const scale = (db * dc) ** 2 * (db - dc);
  const [rb, rc] = [b.loss - a.loss - a.slope * db, c.loss - a.loss - a.slope * dc];
  const cubed = (dc ** 2 * rb - db ** 2 * rc) / scale;
  const squared = (-(dc ** 3) * rb + db ** 3 * rc) / scale;
  const radical = squared * squared - 3 * cubed * a.slope;
  return finite(a.length + (-squared + Math.sqrt(radical)) / (3 * cubed));
}

/** The same of the parabola through two values with the slope of the first; (3.57) and (3.58) there. */
export function minimumOfParabola(a: Value & { readonly slope: number }, b: Value): number | null {
  const width = b.length - a.length;
  const squared = (b.loss - a.loss - a.slope * width) / (width * width);
  return finite(a.length - a.slope / (2 * squared));
}
