import Papa from 'papaparse';
import type { Cell, DataTable } from './table';

/**
 * A table as CSV (RFC 4180) with line ends of Unix. Lines at its head that begin with `#` say what the numbers are; the
 * experiment stands there as JSON. Numbers are written so that they read back as the same float64; those that are not finite
 * as `NaN`, `Infinity` and `-Infinity`.
 */
export function csvOf({ kind, facts, experiment, columns, rows }: DataTable): string {
  const head = [
    `Overshoot: ${kind}`,
    ...facts.map(([name, value]) => `${name}: ${value}`),
    ...columns.map(({ name, unit, about }) => `column ${name} [${unit}]: ${about}`),
    `experiment: ${JSON.stringify(experiment)}`,
  ];
  const body = Papa.unparse(
    { fields: columns.map(({ name }) => name), data: rows.map((row) => [...row]) },
    { newline: '\n' },
  );
  return `${head.map((line) => `# ${line.replace(/\s+/g, ' ')}\n`).join('')}${body}\n`;
}

/** The same table as JSON, which has no numbers that are not finite: they are the texts `"NaN"`, `"Infinity"`, `"-Infinity"`. */
export function jsonOf({ kind, facts, experiment, columns, rows }: DataTable): string {
  const head = JSON.stringify({ overshoot: kind, ...Object.fromEntries(facts), columns, experiment }, null, 1);
  const lines = rows.map((row) => JSON.stringify(row.map(writable))).join(',\n');
  return `${head.slice(0, -2)},\n "rows": [\n${lines}\n]}\n`;
}

const writable = (cell: Cell): Cell => (typeof cell === 'number' && !Number.isFinite(cell) ? String(cell) : cell);
