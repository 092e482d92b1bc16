import { identity, matrix, multiply, norm, qr, transpose, type Matrix } from 'mathjs';
import { perParameter, the, type PaperMethod, type Vector } from './loop';

/* Methods for parameters that form matrices, written with the matrices of mathjs. */

/** A matrix among the parameters: their indices, row by row. */
export type MatrixPlaces = readonly (readonly number[])[];

/** The given matrices, and each parameter that is in none of them as a matrix of one row and one column. */
function allMatrices(places: readonly MatrixPlaces[], parameters: number): MatrixPlaces[] {
  const taken = new Set(places.flat(2));
  const rest = Array.from({ length: parameters }, (_, i) => i).filter((i) => !taken.has(i));
  return [...places, ...rest.map((i) => [[i]])];
}

const matrixAt = (places: MatrixPlaces, values: Vector): Matrix =>
  matrix(places.map((row) => row.map((i) => values[i] ?? Number.NaN)));

/** Applies a change to each of the matrices that a vector holds. */
function changed(values: Vector, all: readonly MatrixPlaces[], change: (one: Matrix, k: number) => Matrix): Vector {
  const result = [...values];
  all.forEach((places, k) => {
    const made = change(matrixAt(places, values), k);
    places.forEach((row, r) => row.forEach((i, c) => (result[i] = Number(made.get([r, c])))));
  });
  return result;
}

const product = (a: Matrix, b: Matrix): Matrix => multiply(a, b);
const scaled = (factor: number, a: Matrix): Matrix => a.map((value) => factor * Number(value));
const sum = (a: Matrix, b: Matrix): Matrix => a.map((value, index) => Number(value) + Number(b.get(index)));

/** `zeropower_via_newtonschulz5` of the code: five quintic steps on the wide side of the matrix, in float64 in place of bfloat16. */
export function newtonSchulz(g: Matrix): Matrix {
  const [a, b, c] = [3.4445, -4.775, 2.0315];
  const [rows = 0, columns = 0] = g.size();
  let x = rows > columns ? transpose(g) : g;
  x = scaled(1 / (Number(norm(x, 'fro')) + 1e-7), x);
  for (let step = 0; step < 5; step += 1) {
    const square = product(x, transpose(x));
    const combined = sum(scaled(b, square), scaled(c, product(square, square)));
    x = sum(scaled(a, x), product(combined, x));
  }
  return rows > columns ? transpose(x) : x;
}

/**
 * Jordan et al. (2024), Muon, as in the code (github.com/KellerJordan/Muon): the momentum is an average, the step is Nesterov's, and a
 * matrix with more rows than columns has its update multiplied by sqrt(rows / columns). No decay. The code gives parameters that form no
 * matrix to Adam; here each is a matrix of one row and one column.
 */
export const muon =
  (places: readonly MatrixPlaces[]): PaperMethod =>
  (start, settings) => {
    const beta = the(settings, 'momentum');
    const all = allMatrices(places, start.length);
    let [theta, buffer]: [Vector, Vector] = [start, start.map(() => 0)];
    return ({ gradient }, rate) => {
      const g = gradient(theta);
      buffer = buffer.map((kept, i) => kept + (1 - beta) * ((g[i] ?? Number.NaN) - kept));
      const ahead = g.map((value, i) => value + beta * ((buffer[i] ?? Number.NaN) - value));
      const update = changed(ahead, all, (one) => {
        const [rows = 1, columns = 1] = one.size();
        return scaled(Math.max(1, rows / columns) ** 0.5, newtonSchulz(one));
      });
      theta = theta.map((value, i) => value - rate * (update[i] ?? Number.NaN));
      return theta;
    };
  };

/** Gupta, Koren and Singer (2018), algorithm 1, for matrices of one row and one column; of larger ones numpy has recorded it. */
export const shampoo = perParameter((start, settings) => {
  let [w, left, right] = [start, the(settings, 'eps'), the(settings, 'eps')];
  return (g, rate) => {
    left += g * g;
    right += g * g;
    w -= rate * left ** (-1 / 4) * g * right ** (-1 / 4);
    return w;
  };
});

/**
 * Vyas et al. (2024), algorithms 3 and 4, with a power iteration and a QR decomposition at every update. The bases begin as identities; the
 * averages are corrected as Adam's, with epsilon added to the root of the corrected one.
 */
export const soap =
  (places: readonly MatrixPlaces[]): PaperMethod =>
  (start, settings) => {
    const [beta1, beta2, eps] = [the(settings, 'beta1'), the(settings, 'beta2'), the(settings, 'eps')];
    const kept = allMatrices(places, start.length).map((rows) => {
      const zero = matrixAt(
        rows.map((row) => row.map((_, i) => i)),
        rows.flat().map(() => 0),
      );
      const one = identity(rows.length) as Matrix;
      return { rows, m: zero, v: zero, left: zero, right: zero, qLeft: one, qRight: one };
    });
    const average = (beta: number, old: Matrix, next: Matrix) => sum(scaled(beta, old), scaled(1 - beta, next));
    let theta = start;
    let t = 0;
    return ({ gradient }, rate) => {
      t += 1;
      const slopes = gradient(theta);
      const next = [...theta];
      for (const one of kept) {
        const g = matrixAt(one.rows, slopes);
        const rotated = (a: Matrix) => product(product(transpose(one.qLeft), a), one.qRight);
        one.m = average(beta1, one.m, g);
        one.v = average(
          beta2,
          one.v,
          rotated(g).map((value) => Number(value) ** 2),
        );
        const first = scaled(1 / (1 - beta1 ** t), rotated(one.m));
        const second = one.v.map((value) => Math.sqrt(Number(value) / (1 - beta2 ** t)) + eps);
        const step = product(
          product(
            one.qLeft,
            first.map((value, index) => Number(value) / Number(second.get(index))),
          ),
          transpose(one.qRight),
        );
        one.rows.forEach((row, r) =>
          row.forEach((i, c) => (next[i] = Number(next[i]) - rate * Number(step.get([r, c])))),
        );
        one.left = average(beta2, one.left, product(g, transpose(g)));
        one.right = average(beta2, one.right, product(transpose(g), g));
        one.qLeft = qr(product(one.left, one.qLeft)).Q as Matrix;
        one.qRight = qr(product(one.right, one.qRight)).Q as Matrix;
      }
      theta = next;
      return theta;
    };
  };
