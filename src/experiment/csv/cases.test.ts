import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { leastSquares, likelySamples, likelySelection, readTable } from '../testing/csvFiles';
import { modelOffer, samplesOf, unusableRows } from '.';

/* One oddity a file, as people bring them, with the answer of ordinary least squares over it. */

interface Answer {
  readonly oddity: string;
  readonly leastSquares?: readonly number[];
  readonly rows?: number;
}

const file = (name: string) => readFileSync(new URL(`./cases/${name}`, import.meta.url));
const answers = JSON.parse(file('answers.json').toString('utf8')) as Readonly<Record<string, Answer>>;
const fitted = Object.entries(answers).flatMap(([name, { oddity, leastSquares: weights, rows }]) =>
  weights ? [[name, oddity, weights, rows] as const] : [],
);

test.each(fitted)('%s is fitted: %s', async (name, _, weights, rows) => {
  const samples = likelySamples(await readTable(file(name)));
  expect(samples.y).toHaveLength(rows ?? 0);
  const found = leastSquares(samples);
  expect(found).toHaveLength(weights.length);
  found.forEach((value, i) => expect(Math.abs(value / (weights[i] ?? Number.NaN) - 1)).toBeLessThan(1e-10));
});

test.each([
  ['gbk.csv', 'gb18030', ['面积', '房龄', '价格']],
  ['big5.csv', 'big5', ['面積', '屋齡', '價格']],
  ['shift-jis.csv', 'shift_jis', ['面積', '築年数', '価格']],
  ['latin1.csv', 'windows-1252', ['größe', 'âge', 'prix (€)']],
  ['utf16-tabs.txt', 'utf-16le', ['area', 'age', 'price']],
  ['plain.csv', 'utf-8', ['area', 'age', 'price']],
])('%s is read as %s', async (name, encoding, names) => {
  const table = await readTable(file(name));
  expect(table.encoding).toBe(encoding);
  expect(table.columns.map((column) => column.name)).toEqual(names);
});

test('every gap of gaps.csv is counted as one, and kept until the user leaves the rows out', async () => {
  const table = await readTable(file('gaps.csv'));
  const selection = likelySelection(table);
  const { counts, spellings } = unusableRows(table, selection);
  expect(counts).toEqual({ gap: 10, word: 0, infinite: 0, length: 0 });
  expect(spellings).toEqual(['NA', 'NaN', 'null', '?', '-', '', 'N/A', 'n/a']);
  expect(() => samplesOf(table, { ...selection, leavesOut: false })).toThrow('missing');
});

test.each([
  ['comments-first.csv', ['comment 1', 'comment 2']],
  ['title-and-units.csv', ['title 1', 'units 3']],
  ['sep-line.csv', ['separator 1']],
  ['junk-first-footer-last.txt', ['title 1', 'title 2', 'footer 17']],
  ['trailing-commas.csv', []],
])('the lines of %s that are no rows are named', async (name, lines) => {
  const { skipped } = await readTable(file(name));
  expect(skipped.map(({ why, line }) => `${why} ${line}`)).toEqual(lines);
});

test('empty columns and an empty row are left out', async () => {
  expect((await readTable(file('trailing-commas.csv'))).leftOut).toEqual({
    empty: [
      { at: 3, name: '' },
      { at: 4, name: '' },
    ],
    excess: 0,
  });
});

test('row numbers, identifiers and constants are no features at first, and say so', async () => {
  const kinds = async (name: string) => (await readTable(file(name))).columns.map(({ kind }) => kind);
  expect(await kinds('ids.csv')).toEqual(['rowNumbers', 'identifiers', 'numbers', 'numbers', 'numbers']);
  expect(await kinds('constant-column.csv')).toEqual(['constant', 'numbers', 'numbers', 'numbers']);
});

test('numbers past 1e9 are refused as they are, and divided on request', async () => {
  const table = await readTable(file('huge.csv'));
  const selection = likelySelection(table);
  expect(() => samplesOf(table, { ...selection, divides: false })).toThrow('line 3, column 1: tooLarge');
  expect(samplesOf(table, selection).divisors).toEqual([1e9, 1e9, 1e9]);
});

test('percentages and currencies are read as the number beside the sign, and the page can say so', async () => {
  const { columns } = await readTable(file('currency-percent.csv'));
  expect(columns.flatMap(({ examples }) => examples)).toEqual([
    { text: '4.5%', value: 4.5, unit: '%' },
    { text: '$ -3.48', value: -3.48, unit: '$' },
  ]);
});

test('two classes in words keep their words', async () => {
  const table = await readTable(file('word-classes.csv'));
  const { offered } = modelOffer(table, 2, 2);
  expect(offered[0]?.id).toBe('logistic-regression');
  const { classes, y } = samplesOf(table, { ...likelySelection(table), hasClasses: true });
  expect(classes).toEqual(['否', '是']);
  expect(y).toEqual([1, 1, 0, 1, 0, 0, 1, 1, 1, 0, 1, 0, 1, 1]);
});

test('why logistic regression is not offered is said, with the line of the third value', async () => {
  const { offered, refused } = modelOffer(await readTable(file('third-class.csv')), 2, 2);
  expect(offered.map(({ id }) => id)).toEqual(['linear-regression']);
  expect(refused.find(({ model }) => model.id === 'logistic-regression')?.why).toEqual({
    code: 'thirdValue',
    text: '05',
    line: 11,
    first: '1',
    second: '0',
  });
});
