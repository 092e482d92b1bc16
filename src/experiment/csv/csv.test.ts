import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { CsvError, parseRows, samplesOf, tableOf, unusableRows, type Selection } from '.';

const read = (text: string, isNamed?: boolean) => tableOf(parseRows(text), isNamed === undefined ? {} : { isNamed });

const numbers = (features: readonly number[], target: number): Selection => ({
  features,
  target,
  hasClasses: false,
  leavesOut: false,
  rowChoice: 'first',
  seed: 1,
  divides: false,
});

/** What a file is refused for: code, line and column. */
function fault(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return [error.code, error.position?.line, error.position?.column, ...Object.values(error.values)];
  }
}

describe('a CSV file is read with', () => {
  test.each<readonly [string, string, readonly string[], readonly (readonly number[])[], readonly number[]]>([
    [
      'a plain file',
      'a,b,y\n1,2,3\n4,5,6\n',
      ['a', 'b', 'y'],
      [
        [1, 2],
        [4, 5],
      ],
      [3, 6],
    ],
    [
      'no row of names',
      '1,2,3\n4,5,6',
      [],
      [
        [1, 2],
        [4, 5],
      ],
      [3, 6],
    ],
    [
      'semicolons and decimal commas',
      'a;b;y\r\n1,5;2;3\r\n4;-5,25;6e1\r\n',
      ['a', 'b', 'y'],
      [
        [1.5, 2],
        [4, -5.25],
      ],
      [3, 60],
    ],
    [
      'semicolons and decimal commas without names',
      '1,5;2,5;3,5\n4,5;5,5;6,5',
      [],
      [
        [1.5, 2.5],
        [4.5, 5.5],
      ],
      [3.5, 6.5],
    ],
    [
      'semicolons and points',
      'a;b;y\n1.5;2;3\n4;.5;6.',
      ['a', 'b', 'y'],
      [
        [1.5, 2],
        [4, 0.5],
      ],
      [3, 6],
    ],
    [
      'tabs',
      'a\tb\ty\n1\t2\t3\n4\t5\t6',
      ['a', 'b', 'y'],
      [
        [1, 2],
        [4, 5],
      ],
      [3, 6],
    ],
    [
      'a byte-order mark',
      '\ufeffa,b,y\n1,2,3\n4,5,6',
      ['a', 'b', 'y'],
      [
        [1, 2],
        [4, 5],
      ],
      [3, 6],
    ],
    [
      'line ends of the old Mac',
      'a,b,y\r1,2,3\r4,5,6\r',
      ['a', 'b', 'y'],
      [
        [1, 2],
        [4, 5],
      ],
      [3, 6],
    ],
    [
      'quotes, doubled quotes, and line breaks in quotes',
      '"a ""x""","b\nc",y\n"1", 2 ,3\n4,"5",6',
      ['a "x"', 'b\nc', 'y'],
      [
        [1, 2],
        [4, 5],
      ],
      [3, 6],
    ],
    [
      'blank lines, and lines of nothing but delimiters',
      'a,b,y\n\n1,2,3\n  \n4,5,6\n,,\n\n',
      ['a', 'b', 'y'],
      [
        [1, 2],
        [4, 5],
      ],
      [3, 6],
    ],
    [
      'some names missing',
      'a,,y\n1,2,3\n4,5,6',
      ['a', '', 'y'],
      [
        [1, 2],
        [4, 5],
      ],
      [3, 6],
    ],
    [
      'signs and powers of ten',
      '+1,-2.5e-3,1E2\n-0,.5,1.',
      [],
      [
        [1, -0.0025],
        [0, 0.5],
      ],
      [100, 1],
    ],
  ])('%s', (_, text, names, x, y) => {
    expect(samplesOf(read(text), numbers([0, 1], 2))).toEqual({ x, y, ...(names.length > 0 && { names }) });
  });

  test('a first row that has a word for a gap and numbers: as data, or as names if the user says so', () => {
    const text = 'n/a,1,2\n1,2,3\n4,5,6';
    expect(read(text).isNamed).toBe(false);
    expect(read(text, true).columns.map(({ name }) => name)).toEqual(['n/a', '1', '2']);
  });

  test('two words as two classes in alphabetical order, or two numbers as classes by size', () => {
    const words = samplesOf(read('x,y\n1,yes\n2,no\n3,yes'), { ...numbers([0], 1), hasClasses: true });
    expect([words.y, words.classes]).toEqual([
      [1, 0, 1],
      ['no', 'yes'],
    ]);
    const sizes = samplesOf(read('x,y\n1,10\n2,9.0\n3,9'), { ...numbers([0], 1), hasClasses: true });
    expect([sizes.y, sizes.classes]).toEqual([
      [1, 0, 0],
      ['9.0', '10'],
    ]);
  });

  test('a description of each column: whether it is numeric, and its first values', () => {
    const { columns } = read('x,y,z\n1,yes,a\n2,no,b\n,yes,c\nn/a,no,d\n3,no,d');
    expect(columns.map(({ kind, isNumeric, values }) => [kind, isNumeric, values.map(({ text }) => text)])).toEqual([
      ['numbers', true, ['1', '2', '3']],
      ['words', false, ['yes', 'no']],
      ['words', false, ['a', 'b', 'c']],
    ]);
  });

  test('gaps only if rows with gaps are left out; only gaps in the chosen columns count', () => {
    const table = read('a,b,y\n1,2,3\n4,,6\n7,8,9\n,1,2');
    const lines = ({ features, target }: Pick<Selection, 'features' | 'target'>) =>
      [...unusableRows(table, { features, target, hasClasses: false }).rows].map(({ line }) => line);
    expect(lines({ features: [0, 1], target: 2 })).toEqual([3, 5]);
    expect(lines({ features: [1], target: 2 })).toEqual([3]);
    expect(samplesOf(table, { ...numbers([0, 1], 2), leavesOut: true })).toMatchObject({
      x: [
        [1, 2],
        [7, 8],
      ],
      y: [3, 9],
    });
    expect(fault(() => samplesOf(table, numbers([1], 2)))).toEqual(['emptyCell', 3, 2]);
  });

  test('long names shortened to the limit of an experiment', () => {
    const { names } = samplesOf(read(`${'n'.repeat(100)},y\n1,2\n3,4`), numbers([0], 1));
    expect(names?.map((name) => name.length)).toEqual([64, 1]);
  });
});

describe('a CSV file is refused, with line and column, for', () => {
  const far = Array.from({ length: 15 }, (_, i) => `${i},${i},${i}`).join('\n');
  test.each<readonly [string, string, readonly unknown[]]>([
    ['a word among numbers', `a,b,y\n${far}\n1,2,low\n3,4,5`, ['notNumber', 17, 3, 'low']],
    ['a gap by name', `a,b,y\n${far}\n1,2,n/a\n3,4,5`, ['missing', 17, 3, 'n/a']],
    ['a word after cells of several lines', 'a,"b\n\nc",y\n1,"2\n",3\n4,x,6\n7,8,9', ['notNumber', 6, 2, 'x']],
    ['a word after blank lines', 'a,b,y\n\n\n1,2,3\n4,x,6\n7,8,9', ['notNumber', 5, 2, 'x']],
    ['thousands that are grouped wrongly', 'a,b,y\n"1,23",2,3\n4.5,5,6\n7,8,9', ['notNumber', 2, 1, '1,23']],
    ['points and commas both as decimal signs', 'a;b;y\n1,5;2;3\n4.5;5;6\n7.5;8;9', ['notNumber', 2, 1, '1,5']],
    ['infinity by name', 'a,b,y\n1,2,3\nInfinity,5,6\n7,8,9', ['notNumber', 3, 1, 'Infinity']],
    ['hexadecimal', 'a,b,y\n1,2,3\n4,0x10,6\n7,8,9', ['notNumber', 3, 2, '0x10']],
    ['a number too large for a coordinate', 'a,b,y\n1,2,3\n4,5,-1e10', ['tooLarge', 3, 3, '-1e10', 1e9]],
    ['a number too large for float64', 'a,b,y\n1,2,3\n4,5,1e999', ['infinite', 3, 3, '1e999']],
    ['a missing cell', 'a,b,y\n1,2,3\n4,,6\n,,6', ['emptyCell', 3, 2]],
    ['a short line', 'a,b,y\n1,2,3\n4.5,5\n7,8,9\n', ['ragged', 3, 3, 2, 3]],
    ['a long line', 'a,b,y\n1,2,3.5\n4,5,6,7\n7,8,9\n', ['ragged', 3, 4, 4, 3]],
    ['a quotation mark that is never closed', 'a,b,y\n1,2,3\n4,"5,6\n7,8,9', ['quoteOpen', 3, 2]],
    ['more after a closing quotation mark', 'a,b,y\n1,2,3\n4,"5"x,6\n7,8,9', ['quoteInside', 3, 2, '"5"x,6']],
    ['a quotation mark in the first cell', '"a"b,y\n1,2\n3,4', ['quoteInside', 1, 1, '"a"b,y']],
    [
      'too many columns',
      `${Array.from({ length: 5001 }, (_, i) => `c${i}`).join()}
`,
      ['tooManyColumns', 1, 5001, 5000],
    ],
    ['one column', 'a\n1\n2', ['tooFewColumns', 1, 1]],
    ['one column that is not empty', 'a,b\n1,\n2,', ['oneFilled', undefined, undefined, 'b']],
    ['sentences', '\nOne\nTwo', ['tooFewColumns', 2, 1]],
    ['one row', 'a,b,y\n1,2,3\n', ['tooFewRows', undefined, undefined, 1, 2]],
    ['nothing', '', ['empty', undefined, undefined]],
    ['white space', ' \n\n\t\n', ['empty', undefined, undefined]],
  ])('%s', (_, text, expected) => {
    expect(fault(() => samplesOf(read(text), numbers([0, 1], 2)))).toEqual(expected);
  });

  test('a target of one class, or three', () => {
    const classes = (text: string) => fault(() => samplesOf(read(text), { ...numbers([0], 1), hasClasses: true }));
    expect(classes('x,y\n1,a\n2,a')).toEqual(['oneClass', 2, 2, 'a']);
    expect(classes('x,y\n1,a\n2,b\n3,b\n4,c\n5,c')).toEqual(['thirdClass', 5, 2, 'c', 'a', 'b']);
  });

  test('too few rows without gaps', () => {
    expect(fault(() => samplesOf(read('x,y\n1,2\n3,\n,4'), { ...numbers([0], 1), leavesOut: true }))).toEqual([
      'tooFewRows',
      undefined,
      undefined,
      1,
      2,
    ]);
  });
});

const delimiter = fc.constantFrom(',', ';', '\t');
const newline = fc.constantFrom('\n', '\r\n', '\r');
const name = fc
  .string({ maxLength: 12 })
  .map((text) => `n${text}`.trim())
  .filter((text) => !text.includes('\r') && text.trim() === text);
const value = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((x) => (x === 0 ? 0 : x));

test('a table written by another CSV library is read back, with any delimiter, line ends and quotes', () => {
  const tables = fc.integer({ min: 2, max: 6 }).chain((width) =>
    fc.record({
      names: fc.array(name, { minLength: width, maxLength: width }),
      rows: fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 20 }),
      delimiter,
      newline,
      quotes: fc.boolean(),
      comma: fc.boolean(),
      mark: fc.constantFrom('', '\ufeff'),
    }),
  );
  fc.assert(
    fc.property(tables, ({ names, rows, comma, mark, quotes, ...format }) => {
      const cells = rows.map((row) =>
        row.map((x) => (comma && format.delimiter !== ',' ? String(x).replace('.', ',') : String(x))),
      );
      const text =
        mark + Papa.unparse([names, ...cells], { delimiter: format.delimiter, newline: format.newline, quotes });
      const features = rows[0]?.slice(1).map((_, i) => i) ?? [];
      const { x, y, names: found } = samplesOf(read(text, true), numbers(features, features.length));
      expect(x.map((row, i) => [...row, y[i]])).toEqual(rows);
      expect(found).toEqual(names);
    }),
    { numRuns: 300 },
  );
});

test('a fault names the line and column of the wrong cell', () => {
  const places = fc.tuple(
    fc.integer({ min: 1, max: 8 }),
    fc.integer({ min: 0, max: 3 }),
    fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
    delimiter,
  );
  fc.assert(
    fc.property(places, ([row, column, blank, mark]) => {
      const rows = [
        ['a', 'b', 'c', 'y'],
        ...Array.from({ length: 9 }, (_, i) =>
          [0, 1, 2, 3].map((j) => (i + 1 === row && j === column ? '!' : String(10 * i + j))),
        ),
      ];
      const lines = rows.flatMap((cells, i) => [...(blank[i] ? [''] : []), cells.join(mark)]);
      const line = lines.findIndex((text) => text.includes('!')) + 1;
      expect(fault(() => samplesOf(read(lines.join('\n')), numbers([0, 1, 2], 3)))).toEqual([
        'notNumber',
        line,
        column + 1,
        '!',
      ]);
    }),
  );
});

/* Files of five million characters that could slow a parser down: each must be refused before the test times out. */
test.each<readonly [string, string, string]>([
  ['one line', 'x'.repeat(5e6), 'tooFewColumns'],
  ['one long number', `1,2\n3,${'1'.repeat(4e6)}x`, 'notNumber'],
  ['a hundred thousand columns', Array.from({ length: 1e5 }, (_, i) => i).join(), 'tooManyColumns'],
  ['delimiters alone', ','.repeat(5e6), 'tooManyColumns'],
  ['an unclosed quotation mark', `a,b\n1,"${'2,3\n'.repeat(1e6)}`, 'quoteOpen'],
  ['quotation marks alone', '"'.repeat(4_999_999), 'quoteOpen'],
  ['quotation marks that end nothing', `a,b\n1,"${'"x'.repeat(2e6)}`, 'quoteInside'],
  ['blank lines', '\n'.repeat(5e6), 'empty'],
])('is refused in time: %s', (_, text, code) => {
  expect(fault(() => samplesOf(read(text), numbers([0], 1)))).toEqual(expect.arrayContaining([code]));
});
