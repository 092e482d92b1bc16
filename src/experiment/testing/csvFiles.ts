import {
  decodeFile,
  likelyFeatures,
  likelyTarget,
  parseRows,
  samplesOf,
  tableOf,
  type Selection,
  type Table,
} from '../csv';
import { detect } from '../csv/detector';
import type { UserData } from '../core/types';

/** Reads a file's bytes as the page does. */
export async function readTable(bytes: Uint8Array): Promise<Table & { readonly encoding: string }> {
  const { text, encoding } = await decodeFile(Uint8Array.from(bytes).buffer, () => Promise.resolve(detect));
  return { ...tableOf(parseRows(text)), encoding };
}

/** The columns that are chosen at first, with everything on that is offered. */
export function likelySelection(table: Table): Selection {
  const target = likelyTarget(table);
  const features = likelyFeatures(table, target);
  return { features, target, hasClasses: false, leavesOut: true, rowChoice: 'first', seed: 1, divides: true };
}

export const likelySamples = (table: Table): UserData => samplesOf(table, likelySelection(table));

/** Ordinary least squares, in the file's units: a weight for every feature, then the bias. */
export function leastSquares({ x, y, divisors = [] }: UserData): readonly number[] {
  const width = x[0]?.length ?? 0;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const columns = Array.from({ length: width }, (_, j) => x.map((row) => row[j] ?? Number.NaN));
  const centres = columns.map(mean);
  const goal = mean(y);
  // Gram-Schmidt on the centred columns, whose triangle is then solved backwards: no normal equations, so no squared condition.
  const basis: number[][] = [];
  const triangle: number[][] = [];
  for (const [j, column] of columns.entries()) {
    const rest = column.map((value) => value - (centres[j] ?? 0));
    triangle.push(
      basis.map((unit) => {
        const share = dot(unit, rest);
        rest.forEach((value, i) => (rest[i] = value - share * (unit[i] ?? 0)));
        return share;
      }),
    );
    const length = Math.sqrt(dot(rest, rest));
    triangle[j]?.push(length);
    basis.push(rest.map((value) => value / length));
  }
  const shares = basis.map((unit) =>
    dot(
      unit,
      y.map((value) => value - goal),
    ),
  );
  const weights: number[] = new Array<number>(width).fill(0);
  for (let j = width - 1; j >= 0; j -= 1) {
    const later = weights.reduce((sum, weight, k) => (k > j ? sum + weight * (triangle[k]?.[j] ?? 0) : sum), 0);
    weights[j] = ((shares[j] ?? Number.NaN) - later) / (triangle[j]?.[j] ?? Number.NaN);
  }
  const bias = goal - dot(weights, centres);
  const unit = divisors[width] ?? 1;
  return [...weights.map((weight, j) => (weight * unit) / (divisors[j] ?? 1)), bias * unit];
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? Number.NaN), 0);
