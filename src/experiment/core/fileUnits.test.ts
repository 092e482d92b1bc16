import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { prepareData } from '../../catalogue';
import { leastSquaresFit } from '../../catalogue/datasets/fits';
import { likelySamples, readTable } from '../testing/csvFiles';
import { datasetOf } from './choice';
import { weightsInFileUnits } from './fileUnits';

const file = (name: string) => readFileSync(new URL(`../csv/cases/${name}`, import.meta.url));
const answers = JSON.parse(file('answers.json').toString('utf8')) as Readonly<
  Record<string, { readonly leastSquares?: readonly number[] }>
>;

test.each(['plain.csv', 'huge.csv', 'ids.csv'])(
  'the fit of %s over standardized features, in the file’s units',
  async (name) => {
    const samples = likelySamples(await readTable(file(name)));
    const { columns, scales, size } = prepareData(datasetOf(samples), { standardize: 1 }, null);
    const fit = leastSquaresFit(
      [...columns.slice(0, -1), new Float64Array(size).fill(1)],
      columns.at(-1) ?? new Float64Array(),
    );
    const found = weightsInFileUnits({ weights: fit.slice(0, -1), bias: fit.at(-1) ?? NaN }, scales, samples.divisors);
    [...found.weights, found.bias].forEach((value, i) =>
      expect(Math.abs(value / (answers[name]?.leastSquares?.[i] ?? NaN) - 1)).toBeLessThan(1e-9),
    );
  },
);
