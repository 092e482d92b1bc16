import { describe, expect, test } from 'vitest';
import { parseRows, tableOf } from '.';

/** The names that are found, the lines of the rows, and what the other lines are taken for. */
function read(...lines: readonly string[]) {
  const { columns, rows, skipped } = tableOf(parseRows(lines.join('\n')));
  return {
    names: columns.map(({ name }) => name),
    rows: rows.map(({ line }) => line),
    others: skipped.map(({ why, line }) => `${why} ${line}`),
  };
}

describe('columns that are empty in all rows say nothing about which line holds the names', () => {
  test('neither as empty cells behind the names', () => {
    expect(read('area,price,,,,,', '1.5,3,,,,,', '2.5,4,,,,,')).toEqual({
      names: ['area', 'price'],
      rows: [2, 3],
      others: [],
    });
  });

  test('nor where a title is written over them', () => {
    expect(read(',,Survey,of,towns', 'area,price,,,', '1.5,3,,,', '2.5,4,,,')).toMatchObject({
      names: ['area', 'price'],
      rows: [3, 4],
      others: ['title 1'],
    });
  });

  test('nor beside a column of words', () => {
    expect(read('Survey of 2024,,,,', 'city,area,price,,', 'Rome,1.5,3,,', 'Oslo,2.5,4,,')).toEqual({
      names: ['city', 'area', 'price'],
      rows: [3, 4],
      others: ['title 1'],
    });
  });
});

test.each(['# area,price', ' # area,price', '##area,price', '%  area,price', '// area , price'])(
  'names in a comment just above the data are read without its signs: %j',
  (comment) => {
    expect(read(comment, '1.5,3', '2.5,4')).toEqual({ names: ['area', 'price'], rows: [2, 3], others: [] });
  },
);

test.each(['Total', 'TOTALS', 'Grand total:', 'Mean (all)', 'Summe', '合计', '平均值'])(
  'a last line that begins with %j is a footer',
  (first) => {
    expect(read('place,area,price', 'Rome,1.5,3', 'Oslo,2.5,4', `${first},4,7`)).toMatchObject({
      rows: [2, 3],
      others: ['footer 4'],
    });
  },
);

test.each(['Sumatra', 'Countess Wear', 'Meanwood', 'Averages Hill', 'Moyennes-Rivières'])(
  'a last line that begins with %j is data: a longer word is no sum',
  (first) => {
    expect(read('place,area,price', 'Rome,1.5,3', 'Oslo,2.5,4', `${first},4,7`)).toMatchObject({ rows: [2, 3, 4] });
  },
);
