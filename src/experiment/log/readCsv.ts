import Papa from 'papaparse';
import { excerpt, logError } from './faults';
import { logLimits } from './limits';
import { readNumber } from './numbers';
import type { LogTable } from './types';

/** The rows of a CSV text, whatever separates its cells, and the names in its first line. Lines that begin with `#` are comments. */
export function readCsv(source: string): LogTable {
  // Comments become blank lines, so that the lines keep their numbers.
  const text = source.replace(/\r\n?/g, '\n').replace(/^[ \t]*#.*$/gm, '');
  const delimiter = delimiterOf(text);
  const { data } = Papa.parse<string[]>(delimiter === ' ' ? text.replace(/ +/g, ' ') : text, {
    newline: '\n',
    delimiter,
  });
  const filled = data
    .map((cells, i) => ({ cells: cells.map((cell) => cellOf(cell, delimiter)), line: i + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first, ...rest] = filled;
  if (!first) throw logError('empty', {});
  if (rest.length > logLimits.rows) throw logError('tooManyRows', { max: logLimits.rows });
  const isNamed = first.cells.some((cell) => readNumber(cell) === undefined);
  const rows = isNamed ? rest : filled;
  const width = isNamed ? first.cells.length : Math.max(...filled.map(({ cells }) => cells.length));
  if (rows.length === 0 || width === 0 || (!isNamed && width > 2) || !rows.some(hasNumber))
    throw logError('noTable', { text: excerpt(first.cells.join(delimiter)) });
  return {
    // A file of bare numbers is a list of losses, or of steps and losses.
    names: isNamed ? first.cells : ['step', 'loss'].slice(2 - width),
    rows: rows.map(({ cells }) => Array.from({ length: width }, (_, i) => cells[i] ?? '')),
    lines: rows.map(({ line }) => line),
    countsEpochs: false,
  };
}

/** What separates the names in the first line: blanks only where nothing else does, for names may contain them. */
function delimiterOf(text: string): string {
  const line = /^.*\S.*$/m.exec(text)?.[0] ?? '';
  return ['\t', ';', ',', '|'].find((one) => line.includes(one)) ?? (line.trim().includes(' ') ? ' ' : ',');
}

/** Between semicolons a comma is a decimal comma. */
const cellOf = (cell: string, delimiter: string): string => {
  const text = cell.trim();
  return delimiter === ';' && /^[-+]?\d*,\d+(?:e[-+]?\d+)?$/i.test(text) ? text.replace(',', '.') : text;
};

const hasNumber = ({ cells }: { readonly cells: readonly string[] }): boolean =>
  cells.some((cell) => typeof readNumber(cell) === 'number');
