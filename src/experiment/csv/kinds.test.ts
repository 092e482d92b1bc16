import { describe, expect, test } from 'vitest';
import { leastSquares, likelySamples, likelySelection, readTable } from '../testing/csvFiles';
import { CsvError, decodeAs, likelyFeatures, modelOffer, samplesOf } from '.';

/* Kinds of file that are hard for reasons of their own: they load, or say why they do not. */

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readTable(bytes(text));

/** Code and position of what a file is refused for, and the values of its message. */
const refusal = (file: Uint8Array) =>
  readTable(file).then(
    () => 'read',
    (error: unknown) => {
      if (!(error instanceof CsvError)) throw error;
      return [error.code, error.position?.line, ...Object.values(error.values)];
    },
  );

const line = (i: number) => `${i},${(i * 7919) % 1009},${3 * i + 5}`;
const many = `a,b,y\n${Array.from({ length: 25_000 }, (_, i) => line(i)).join('\n')}`;

describe('more than 20,000 rows', () => {
  test('are read whole, and the first ones are used', async () => {
    const table = await read(many);
    expect(table.rows).toHaveLength(25_000);
    const { y } = samplesOf(table, likelySelection(table));
    expect([y.length, y[0], y.at(-1)]).toEqual([20_000, 5, 3 * 19_999 + 5]);
  });

  test('or a random choice of them, which the seed decides', async () => {
    const table = await read(many);
    const chosen = (seed: number) => samplesOf(table, { ...likelySelection(table), rowChoice: 'random', seed });
    const { x, y } = chosen(1);
    expect(chosen(1)).toEqual({ x, y, names: ['a', 'b', 'y'] });
    expect(chosen(2).y).not.toEqual(y);
    expect(y).toHaveLength(20_000);
    // Every sample is a row of the file, once, and every fifth of the file is left out, wherever it stands.
    expect(y.every((value, i) => value === 3 * (x[i]?.[0] ?? NaN) + 5)).toBe(true);
    expect(new Set(y).size).toBe(20_000);
    const share = y.filter((value) => value < 3 * 5000 + 5).length / 5000;
    expect(share).toBeGreaterThan(0.77);
    expect(share).toBeLessThan(0.83);
  });
});

const wide = (columns: number) =>
  [
    Array.from({ length: columns }, (_, j) => `c${j + 1}`).join(),
    ...Array.from({ length: 8 }, (_, i) => Array.from({ length: columns }, (__, j) => (i * j) % 97).join()),
  ].join('\n');

describe('many columns', () => {
  test('60 are read, and as many features chosen as models take', async () => {
    const table = await read(wide(60));
    expect(table.columns).toHaveLength(60);
    expect(likelyFeatures(table, 59)).toHaveLength(32);
    expect(modelOffer(table, 32, 59).offered.map(({ id }) => id)).toEqual(['linear-regression']);
    expect(modelOffer(table, 33, 59).refused.map(({ why }) => why.code)).toContain('features');
  });

  test('of 850 the first 63 and the last are read, and the others counted', async () => {
    const table = await read(wide(850));
    expect(table.columns.map(({ name }) => name)).toEqual([
      ...Array.from({ length: 63 }, (_, j) => `c${j + 1}`),
      'c850',
    ]);
    expect(table.leftOut).toEqual({ empty: [], excess: 786 });
  });
});

test('a cell of 1e12 is refused with its place, or its column divided', async () => {
  const table = await read('a,b,y\n1,5,2\n2,1e12,3\n3,4,7\n5,6,9');
  const selection = likelySelection(table);
  expect(() => samplesOf(table, { ...selection, divides: false })).toThrow('line 3, column 2: tooLarge');
  const { x, divisors } = samplesOf(table, selection);
  expect([divisors, x[1]]).toEqual([
    [1, 1e12, 1],
    [2, 1],
  ]);
});

test.each([
  ['a new spreadsheet', [0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0], 'spreadsheet'],
  ['an old spreadsheet', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], 'oldSpreadsheet'],
  ['a compressed file', [0x1f, 0x8b, 8, 0], 'archive'],
  ['an image', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0], 'other'],
  ['a database', [1, 0, 0, 0, 2, 7, 0, 0, 0xff], 'other'],
])('%s that is named as a table is told as what it is', async (_, file, kind) => {
  expect(await refusal(Uint8Array.from(file))).toEqual(['notText', undefined, kind]);
});

test.each([
  ['{"x": [1, 2], "y": [3, 4]}', ['otherText', undefined, 'json']],
  ['[\n {"a": 1},\n {"a": 2}\n]', ['otherText', undefined, 'json']],
  ['<!DOCTYPE html><table><tr><td>1</td></tr></table>', ['otherText', undefined, 'markup']],
  ['', ['empty', undefined]],
  ['# only a comment\n', ['empty', undefined]],
  ['a,b\n', ['tooFewRows', undefined, 1, 2]],
])('a text that is no table: %j', async (text, expected) => {
  expect(await refusal(bytes(text))).toEqual(expected);
});

test('a file past the limit of bytes is refused before it is read', async () => {
  expect(await refusal(new Uint8Array(20e6 + 1))).toEqual(['tooBig', undefined, 20]);
});

test('dates and times are columns of their own kind, and no features', async () => {
  const table = await read(
    'day,hour,when,stamp,x,y\n2024-03-01,08:30,1 Mar 2024,2024-03-01T08:30:00,1.5,2\n2024-03-02,09:30,2 Mar 2024,2024-03-02T08:30:00,2.5,3\n02.03.24,9:30 pm,Mar 2 2024,2024年3月1日,4,9',
  );
  expect(table.columns.map(({ kind }) => kind)).toEqual(['dates', 'dates', 'dates', 'dates', 'numbers', 'numbers']);
  expect(likelySelection(table)).toMatchObject({ features: [4], target: 5 });
});

test('rows of separators alone in the middle are no rows', async () => {
  const table = await read('a;b;y\n1;2;3\n;;\n4;5;7\n;;\n;;\n7;8;1\n');
  expect(table.rows.map(({ line: at }) => at)).toEqual([2, 4, 7]);
});

test.each([
  ['under names', 'area,age,price\n1,5,2,25,3,1\n4,5,5,75,6,2\n7,5,8,25,9,9', 2, 6, 3],
  ['past rows that are as long as the names', 'area,age,price\n1,2,3\n1,5,2,3,1\n4,5,75,6\n7,5,8,25,9,9', 3, 5, 3],
  ['in rows of different length', 'area,age,price\n1,5,2,3,1\n4,5,75,6\n7,5,8,25,9,9\n7,8,2,9', 2, 5, 3],
  ['beside cells without a number', 'area,age,price\n1,5,,3,1\n4,5,75,6\n7,5,8,25,9,9\n7,8,2,', 2, 5, 3],
])('a decimal comma torn apart by commas is noticed, %s', async (_, text, at, found, expected) => {
  expect(await refusal(bytes(text))).toEqual(['tornNumbers', at, found, expected]);
});

test('only words: no model fits, and each says why', async () => {
  const table = await read('name,city,mood\nAnn,Rome,good\nBen,Oslo,bad\nCid,Bonn,fair\nDan,Rome,good');
  expect(table.columns.map(({ name, kind }) => [name, kind])).toEqual([
    ['name', 'words'],
    ['city', 'words'],
    ['mood', 'words'],
  ]);
  expect(likelyFeatures(table, 2)).toEqual([]);
  const { offered, refused } = modelOffer(table, 0, 2);
  expect(offered).toEqual([]);
  expect(new Set(refused.map(({ why }) => why.code))).toEqual(new Set(['words', 'thirdValue']));
});

describe('smaller oddities', () => {
  test('row names that have no name of their own, as R writes them', async () => {
    const table = await read('"area" "age" "price"\n"1" 0.5 4 2.5\n"2" 1.5 7 1\n"3" 2.5 8 3\n');
    expect(table.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['', 'rowNumbers'],
      ['area', 'numbers'],
      ['age', 'numbers'],
      ['price', 'numbers'],
    ]);
  });

  test('names in a comment, as NumPy writes them', async () => {
    const table = await read('# area age price\n1.5 2 3\n4 5 7\n');
    expect(table.columns.map(({ name }) => name)).toEqual(['area', 'age', 'price']);
    expect(table.skipped).toEqual([]);
  });

  test('a table as Markdown has it', async () => {
    const table = await read('| area | price |\n|------|------:|\n| 1.5 | 3 |\n| 2.5 | 4 |\n');
    expect([table.columns.map(({ name }) => name), likelySamples(table)]).toEqual([
      ['area', 'price'],
      { x: [[1.5], [2.5]], y: [3, 4], names: ['area', 'price'] },
    ]);
  });

  test('single blanks are part of cells where two or more stand between them', async () => {
    const table = await read(
      'city      floor area  price\nNew York  1.5         3\nRome      2.5         4\nSan José  3.5         8\n',
    );
    expect(table.columns.map(({ name }) => name)).toEqual(['city', 'floor area', 'price']);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['New York', '1.5', '3'],
      ['Rome', '2.5', '4'],
      ['San José', '3.5', '8'],
    ]);
  });

  test('names again in the middle, where files were put together', async () => {
    const table = await read('a,y\n1,2\n3,4\na,y\n5,7\n');
    expect(table.skipped).toEqual([{ line: 4, why: 'namesAgain', text: 'a y' }]);
    expect(likelySamples(table).y).toEqual([2, 4, 7]);
  });

  test('a plus and a minus as classes are no gaps', async () => {
    const table = await read('x,y\n1,+\n2,-\n3,+\n4,-\n');
    expect(samplesOf(table, { ...likelySelection(table), hasClasses: true }).classes).toEqual(['+', '-']);
  });

  test('a number sign in the name of a column begins no comment', async () => {
    expect((await read('#,area,price\n1,2.5,3\n2,3.5,4\n3,1.5,9')).columns.map(({ kind }) => kind)).toEqual([
      'rowNumbers',
      'numbers',
      'numbers',
    ]);
  });

  test('numbers from brackets, trailing signs and full-width digits', async () => {
    expect(likelySamples(await read('a;y\n(1,234.5);1\n2.5-;2\n３．５;3\n+4;4')).x.flat()).toEqual([
      -1234.5, -2.5, 3.5, 4,
    ]);
  });

  test('1,234 groups thousands between commas, and is a decimal number between semicolons; either can be chosen', async () => {
    expect(likelySamples(await read('a,y\n"1,234",1\n"2,345",2\n"3,456",4')).x.flat()).toEqual([1234, 2345, 3456]);
    const table = await read('a;y\n1,234;1\n2,345;2\n3,456;4');
    expect([table.isDecimalOpen, likelySamples(table).x.flat()]).toEqual([true, [1.234, 2.345, 3.456]]);
  });

  test('percent signs in some cells only are pointed out', async () => {
    const { columns } = await read('a,y\n12%,1\n0.15,2\n13%,3');
    expect(columns.map(({ mixesUnits }) => mixesUnits)).toEqual([true, false]);
  });

  test('a row that is too short is counted, and left out on request', async () => {
    const table = await read('a,b,y\n1.5,2,3\n4,5\n7,8.5,9\n3,1,8');
    expect(() => samplesOf(table, { ...likelySelection(table), leavesOut: false })).toThrow('line 3, column 3: ragged');
    expect(leastSquares(likelySamples(table))).toHaveLength(3);
  });

  test('a mark for UTF-8 at the front says so, whatever follows; two bytes of one do not', async () => {
    const table = [...bytes('a,b\n1,2\n3,4\n')];
    expect((await readTable(Uint8Array.from([0xef, 0xbb, 0xbf, 0xff, ...table]))).encoding).toBe('utf-8');
    expect((await readTable(Uint8Array.from([0x78, 0xbb, 0xbf, ...table]))).encoding).not.toBe('utf-8');
    expect((await readTable(Uint8Array.from([0xef, 0x78, 0xbf, ...table]))).encoding).not.toBe('utf-8');
    expect((await readTable(Uint8Array.from([0xef, 0xbb, 0x78, ...table]))).encoding).not.toBe('utf-8');
  });

  test('an encoding that the user chooses wins over the bytes', () => {
    const file = Uint8Array.from([0xc9, 0xed, 0xb8, 0xdf, 0x2c]).buffer;
    expect([decodeAs(file, 'gb18030').text, decodeAs(file, 'windows-1252').text]).toEqual(['身高,', 'Éí¸ß,']);
  });
});
