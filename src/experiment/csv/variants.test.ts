import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastSquares, likelySamples, likelySelection, readTable } from '../testing/csvFiles';
import { samplesOf, unusableRows } from '.';

/* Fresh files of every kind of oddity: whatever is read must be fitted as the numbers that were written. */

/** Numbers with two decimals: two features and a target that follows them. */
const samples = fc
  .array(fc.record({ a: fc.integer({ min: -99_999, max: 99_999 }), b: fc.integer({ min: 1, max: 9_999_999 }) }), {
    minLength: 8,
    maxLength: 25,
  })
  .filter((rows) => new Set(rows.map(({ a }) => a)).size > 5 && new Set(rows.map(({ b }) => b)).size > 5)
  .map((rows) => rows.map(({ a, b }, i) => [a / 100, b / 100, (3 * a - 2 * b + 1000 * (i % 3)) / 100] as const));

type Rows = readonly (readonly [number, number, number])[];

const expected = (rows: Rows) => leastSquares({ x: rows.map(([a, b]) => [a, b]), y: rows.map(([, , y]) => y) });

/** Writes a number of two decimals. */
interface NumberStyle {
  readonly decimal: '.' | ',';
  readonly group: string;
  readonly minus: string;
  readonly before: string;
  readonly behind: string;
}

function written(value: number, { decimal, group, minus, before, behind }: NumberStyle): string {
  const [whole = '', decimals = ''] = Math.abs(value).toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${value < 0 ? minus : ''}${before}${grouped}${decimal}${decimals}${behind}`;
}

const style: fc.Arbitrary<NumberStyle> = fc.constantFrom<'.' | ','>('.', ',').chain((decimal) =>
  fc.record({
    decimal: fc.constant(decimal),
    group: fc.constantFrom('', decimal === '.' ? ',' : '.', ' ', '\u00a0', '\u202f', '’', "'"),
    minus: fc.constantFrom('-', '−', '－', '–'),
    before: fc.constantFrom('', '$', '€ ', '￥'),
    behind: fc.constant(''),
  }),
);
const unitless: fc.Arbitrary<NumberStyle> = fc.oneof(
  style,
  style.map((one) => ({ ...one, before: '' })),
  style.map((one) => ({ ...one, before: '', behind: '%' })),
);

const separators = fc.constantFrom(',', ';', '\t', '|', '，', '；');
const quoted = (cell: string, separator: string) => (cell.includes(separator) ? `"${cell}"` : cell);

const bytes = (text: string) => new TextEncoder().encode(text);

async function expectFit(file: Uint8Array, rows: Rows) {
  const found = leastSquares(likelySamples(await readTable(file)));
  const wanted = expected(rows);
  expect(found).toHaveLength(3);
  // The features' sizes differ: rounding is that of the largest product.
  const scale = Math.max(...wanted.map(Math.abs), 1);
  found.forEach((value, i) => expect(Math.abs(value - (wanted[i] ?? Number.NaN))).toBeLessThan(1e-8 * scale));
}

describe('the numbers that were written are fitted, whatever', () => {
  test('signs, groups, decimal signs, currencies and separators they are written with', () =>
    fc.assert(
      fc.asyncProperty(samples, unitless, separators, fc.boolean(), async (rows, numbers, separator, isNamed) => {
        const lines = rows.map((row) => row.map((value) => quoted(written(value, numbers), separator)).join(separator));
        const names = isNamed ? [['area', 'age', 'price'].join(separator)] : [];
        await expectFit(bytes([...names, ...lines].join('\n')), rows);
      }),
      { numRuns: 150 },
    ));

  test('blanks they are aligned with', () =>
    fc.assert(
      fc.asyncProperty(samples, fc.integer({ min: 10, max: 16 }), fc.boolean(), async (rows, width, isNamed) => {
        const line = (cells: readonly string[]) => cells.map((cell) => cell.padStart(width)).join(' ');
        const lines = rows.map((row) => line(row.map((value) => value.toFixed(2))));
        await expectFit(bytes([...(isNamed ? [line(['area', 'age', 'price'])] : []), ...lines].join('\r\n')), rows);
      }),
      { numRuns: 40 },
    ));

  test('comments, titles, units, sep= lines, blank lines and footers stand around them', () => {
    const around = fc.record({
      sep: fc.boolean(),
      comments: fc.array(
        fc.constantFrom('# made by hand', '# it\'s "quoted', '#', '% source: survey, 2024', '// v1.2'),
      ),
      title: fc.option(fc.constantFrom('Prices 2024', 'All prices, in thousands', 'Sheet 1;;')),
      names: fc.option(fc.constantFrom('area;age;price', '面积;房龄;价格', 'size (m²);age;"price; net"')),
      units: fc.option(fc.constantFrom('m2;years;k$', '(m²);(a);(€)')),
      blanks: fc.constantFrom('', '\n', '\n;;\n', '\n\n;;\n;;\n'),
      footer: fc.option(fc.constantFrom('Source: own survey', 'n = 20;;', 'Total;;123.45', '* estimated;;')),
    });
    return fc.assert(
      fc.asyncProperty(samples, around, async (rows, { sep, comments, title, names, units, blanks, footer }) => {
        const lines = rows.map((row) => row.map((value) => value.toFixed(2)).join(';'));
        const middle = Math.floor(lines.length / 2);
        const text = [
          ...(sep ? ['sep=;'] : []),
          ...comments,
          ...(title === null ? [] : [title]),
          ...(names === null ? [] : [names]),
          // Units without names would be the names.
          ...(units === null || names === null ? [] : [units]),
          ...lines.slice(0, middle),
          ...(blanks === '' ? [] : [blanks]),
          ...lines.slice(middle),
          ...(footer === null ? [] : [footer]),
        ].join('\n');
        await expectFit(bytes(text), rows);
      }),
      { numRuns: 150 },
    );
  });

  test('columns of row numbers, identifiers, dates, words, constants and nothing stand beside them', () => {
    const others = {
      rows: (i: number) => String(i + 1),
      id: (i: number) => String(90_417 + ((i * 7919) % 1000)),
      date: (i: number) => `2024-03-${String((i % 28) + 1).padStart(2, '0')}`,
      time: (i: number) => `${i % 24}:30`,
      city: (i: number) => ['Rome', 'Oslo, N', 'Bonn'][i % 3] ?? '',
      one: () => '1',
      nothing: () => '',
    };
    const names: Readonly<Record<keyof typeof others, string>> = {
      rows: '',
      id: 'customer_id',
      date: 'date',
      time: 'time',
      city: 'city',
      one: 'version',
      nothing: 'remarks',
    };
    const extra = fc.uniqueArray(fc.constantFrom(...(Object.keys(others) as (keyof typeof others)[])), {
      minLength: 1,
    });
    return fc.assert(
      fc.asyncProperty(samples, extra, async (rows, kinds) => {
        const head = [...kinds.map((kind) => names[kind]), 'area', 'age', 'price'].join(';');
        const lines = rows.map((row, i) => [...kinds.map((kind) => others[kind](i)), ...row].join(';'));
        await expectFit(bytes([head, ...lines].join('\n')), rows);
      }),
      { numRuns: 80 },
    );
  });

  test('gaps stand in some rows, which are counted and left out', () => {
    const gap = fc.constantFrom(
      'NA',
      'N/A',
      'n/a',
      '#N/A',
      'NaN',
      'nan',
      'null',
      'NULL',
      '?',
      '-',
      '--',
      '.',
      '',
      'None',
    );
    const gaps = fc.array(fc.record({ at: fc.nat(), column: fc.nat(2), word: gap }), { minLength: 1, maxLength: 3 });
    return fc.assert(
      fc.asyncProperty(samples, gaps, async (rows, holes) => {
        const cells = rows.map((row) => row.map(String));
        for (const { at, column, word } of holes) {
          const row = cells[1 + (at % (rows.length - 2))];
          if (row) row[column] = word;
        }
        const table = await readTable(bytes(['a,b,y', ...cells.map((row) => row.join())].join('\n')));
        const whole = rows.filter((row, i) => row.every((value, j) => cells[i]?.[j] === String(value)));
        const { counts, rows: unusable } = unusableRows(table, likelySelection(table));
        expect([counts.gap, unusable.size]).toEqual([rows.length - whole.length, rows.length - whole.length]);
        expect(() => samplesOf(table, { ...likelySelection(table), leavesOut: false })).toThrow(/missing|emptyCell/);
        expect(likelySamples(table).y).toEqual(whole.map(([, , y]) => y));
      }),
      { numRuns: 80 },
    );
  });

  test('they are too large, and then divided', () =>
    fc.assert(
      fc.asyncProperty(samples, fc.integer({ min: 8, max: 14 }), async (rows, power) => {
        const large = rows.map(([a, b, y]) => [a * 10 ** power, b, y * 10 ** power] as const);
        const data = likelySamples(await readTable(bytes(large.map((row) => row.join()).join('\n'))));
        expect(Math.max(...data.x.flat().map(Math.abs))).toBeLessThanOrEqual(1e9);
        const found = leastSquares(data);
        const wanted = leastSquares({ x: large.map(([a, b]) => [a, b]), y: large.map(([, , y]) => y) });
        const scale = Math.max(...wanted.map(Math.abs));
        found.forEach((value, i) => expect(Math.abs(value - (wanted[i] ?? Number.NaN))).toBeLessThan(1e-8 * scale));
      }),
      { numRuns: 40 },
    ));
});

describe('names are read in the encoding of the bytes', () => {
  const words = {
    gb18030: ['面积', '房龄', '价格', '身高', '体重', '温度', '湿度', '城市', '人口', '收入', '长度', '宽度'],
    big5: ['面積', '屋齡', '價格', '身高', '體重', '溫度', '濕度', '城市', '人口', '收入', '長度', '寬度'],
    shift_jis: ['面積', '築年数', '価格', '身長', '体重', '気温', '湿度', 'データ', '売上', '人口', '長さ', '重さ'],
    'windows-1252': ['größe', 'âge', 'prix (€)', 'año', 'température', 'Fläche', 'Höhe', 'ubicación', 'preço', 'naïve'],
  } as const;

  /** The bytes of every character of an encoding, from what its decoder reads. */
  function encoderOf(encoding: string): (text: string) => readonly number[] {
    const known = new Map<string, readonly number[]>();
    const decoder = new TextDecoder(encoding, { fatal: true });
    const learn = (...pair: readonly number[]) => {
      try {
        // As a stream: read whole, Node 20 takes Windows-1252 for Latin 1.
        const text = decoder.decode(Uint8Array.from(pair), { stream: true }) + decoder.decode();
        if ([...text].length === 1 && !known.has(text)) known.set(text, pair);
      } catch {
        // No character.
      }
    };
    for (let lead = 0; lead < 256; lead += 1) learn(lead);
    for (let lead = 0x81; lead < 256; lead += 1) for (let trail = 0x40; trail < 256; trail += 1) learn(lead, trail);
    return (text) => [...text].flatMap((character) => known.get(character) ?? []);
  }

  test.each(Object.entries(words))('%s', async (encoding, pool) => {
    const encode = encoderOf(encoding);
    for (let i = 0; i < pool.length; i += 1) {
      const names = [0, 1, 2].map((k) => pool[(i + k * k + k) % pool.length] ?? '');
      const file = Uint8Array.from(encode(`${names.join()}\n${'1.5,2.5,-3.5\n4,5,6\n'.repeat(1 + 50 * (i % 3))}`));
      const table = await readTable(file);
      expect([table.encoding, ...table.columns.map(({ name }) => name)]).toEqual([encoding, ...names]);
    }
  });

  test.each([
    ['utf-8', false, (text: string) => [...new TextEncoder().encode(text)]],
    ['utf-8', true, (text: string) => [...new TextEncoder().encode(text)]],
    ['utf-16le', true, (text: string) => [...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])],
    ['utf-16be', true, (text: string) => [...text].flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255])],
    ['utf-16le', false, (text: string) => [...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])],
    ['utf-16be', false, (text: string) => [...text].flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255])],
  ] as const)('%s, with a mark: %s', async (encoding, isMarked, encode) => {
    const file = Uint8Array.from(encode(`${isMarked ? '\ufeff' : ''}größe,面积,prix\n1,2,3\n4,5,7\n8,9,1\n`));
    const table = await readTable(file);
    expect([table.encoding, ...table.columns.map(({ name }) => name)]).toEqual([encoding, 'größe', '面积', 'prix']);
    const plain = await readTable(Uint8Array.from(encode(`${isMarked ? '\ufeff' : ''}1\t2\t3\n4\t5\t6\n`)));
    expect([plain.encoding, likelySamples(plain).y]).toEqual([encoding, [3, 6]]);
  });
});
