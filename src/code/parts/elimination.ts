import type { Library } from './library';

/**
 * `eliminated(columns, b)` for programs that round as the page does: libraries solve in no format of 16 bits, and in float32 they round in
 * another order. The operations are those of formula/linearSystem.ts, one by one.
 */
export const eliminationLines = ({ stack }: Library): string[] => [
  'def eliminated(columns, b):',
  '    """The x with a x = b, of the columns of a, each operation rounded; Golub & Van Loan, Matrix Computations, 3.4."""',
  '    n = b.shape[0]',
  '    rows = [[columns[j][i] for j in range(n)] + [b[i]] for i in range(n)]',
  '    for k in range(n):',
  '        for i in range(k + 1, n):',
  '            if abs(rows[i][k]) > abs(rows[k][k]):',
  '                rows[k], rows[i] = rows[i], rows[k]',
  '        for row in rows[k + 1:]:',
  '            factor = row[k]/rows[k][k]',
  '            for j in range(k + 1, n + 1):',
  '                row[j] = row[j] - factor*rows[k][j]',
  '    for i in reversed(range(n)):',
  '        row = rows[i]',
  '        for k in range(i + 1, n):',
  '            row[n] = row[n] - row[k]*rows[k][n]',
  '        row[n] = row[n]/row[i]',
  `    return ${stack('row[n] for row in rows')}`,
];
