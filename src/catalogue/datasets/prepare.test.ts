import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset } from '../types';
import { prepareData, trainingSize } from './prepare';

const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const rows = fc.array(fc.tuple(value, value, value), { minLength: 2, maxLength: 40 });
const setOf = (values: readonly (readonly [number, number, number])[]): Dataset => ({
  columns: [0, 1, 2].map((j) => Float64Array.from(values, (row) => row[j] ?? Number.NaN)),
  size: values.length,
  difficulty: Float64Array.from(values, ([x]) => Math.abs(x)),
});
const rowsOf = ({ columns, size }: Dataset) =>
  Array.from({ length: size }, (_, i) => columns.map((column) => column[i]));
const share = fc.double({ min: 0, max: 0.9, noNaN: true });

test('the held-back samples are the last ones of the order', () => {
  fc.assert(
    fc.property(rows, share, fc.boolean(), (values, validation, turned) => {
      const order = turned ? values.map((_, i) => values.length - 1 - i) : null;
      const data = prepareData(setOf(values), { validation }, order);
      const together = [...rowsOf(data), ...(data.validation ? rowsOf(data.validation) : [])];
      expect(together).toEqual((order ?? values.map((_, i) => i)).map((i) => [...(values[i] ?? [])]));
      expect(data.size).toBe(trainingSize(values.length, { validation }));
      expect(Math.abs(values.length * (1 - validation) - data.size) <= 0.5 || data.size === 1).toBe(true);
      expect([...(data.difficulty ?? [])]).toEqual(rowsOf(data).map(([x = Number.NaN]) => Math.abs(x)));
    }),
  );
});

test('standardized features have mean 0 and variance 1 over the training samples; held-back ones are scaled alike', () => {
  fc.assert(
    fc.property(rows, share, (values, validation) => {
      const plain = prepareData(setOf(values), { validation }, null);
      const data = prepareData(setOf(values), { validation, standardize: 1 }, null);
      expect(data.columns[2]).toEqual(plain.columns[2]);
      for (const j of [0, 1]) {
        const [before = new Float64Array(), after = new Float64Array()] = [plain.columns[j], data.columns[j]];
        const mean = before.reduce((sum, x) => sum + x, 0) / before.length;
        const spread = Math.sqrt(before.reduce((sum, x) => sum + (x - mean) ** 2, 0) / before.length);
        if (spread < 1e-6) continue;
        expect(after.reduce((sum, x) => sum + x, 0) / after.length).toBeCloseTo(0, 6);
        expect(after.reduce((sum, x) => sum + x * x, 0) / after.length).toBeCloseTo(1, 6);
        const kept = plain.validation?.columns[j]?.map((x) => (x - mean) / spread);
        kept?.forEach((x, i) => expect(data.validation?.columns[j]?.[i]).toBeCloseTo(x, 9));
      }
    }),
  );
});

test('a constant feature is not scaled', () => {
  const data = prepareData(
    setOf([
      [3, 1, 0],
      [3, 2, 0],
      [3, 3, 0],
    ]),
    { standardize: 1 },
    null,
  );
  expect([...(data.columns[0] ?? [])]).toEqual([0, 0, 0]);
});
