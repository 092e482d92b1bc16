import JSON5 from 'json5';
import { logError } from './faults';
import { logLimits } from './limits';
import type { Cell, LogTable } from './types';

/**
 * A log in JSON: a list of entries with names, one entry a line, a list for each name (as Keras returns it), triples of wall
 * time, step and value (TensorBoard), or one of these inside an object (`log_history` of transformers, `runs` of this page).
 */
export function readJson(text: string): LogTable {
  const value = parseAny(text);
  const table = tableOf(value, 0);
  if (!table) throw logError('unknownJson', { found: shapeOf(value) });
  if (table.rows.length > logLimits.rows) throw logError('tooManyRows', { max: logLimits.rows });
  return table;
}

/** JSON, JSON with NaN and Infinity as Python writes them, or one value a line. */
function parseAny(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*,?\s*$/.test(line))
      ? lines.map((line) => parseTolerant(line.trim().replace(/,$/, '')))
      : parseTolerant(text);
  }
}

function parseTolerant(text: string): unknown {
  try {
    return JSON5.parse(text);
  } catch (error) {
    const { lineNumber = 1, columnNumber = 1 } = error as { lineNumber?: number; columnNumber?: number };
    throw logError('notJson', { line: lineNumber, column: columnNumber });
  }
}

type Entries = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How deep inside other objects a log is looked for. */
const MAX_DEPTH = 3;

function tableOf(value: unknown, depth: number): LogTable | null {
  if (Array.isArray(value)) return tableOfList(value, depth);
  if (!isObject(value)) return null;
  const columns = Object.entries(value).filter((entry): entry is [string, unknown[]] => isColumn(entry[1]));
  if (columns.length > 0) return tableOfColumns(columns);
  if (depth === MAX_DEPTH) return null;
  const inner = Object.values(value).map((one) => tableOf(one, depth + 1));
  return inner.find((table) => table !== null) ?? null;
}

/** A list of numbers, or of points. */
const isColumn = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => !isObject(one)) &&
  !value.every((one) => typeof one === 'string' && !/\d|nan|inf/i.test(one));

function tableOfList(list: readonly unknown[], depth: number): LogTable | null {
  if (list.length > 0 && list.every(isObject)) {
    // A list of runs, each with lists of its own: the first.
    const inside = depth < MAX_DEPTH && list.every(hasLossList) ? tableOf(list[0], depth + 1) : null;
    return inside ?? tableOfEntries(list);
  }
  if (list.length > 0 && list.every((one) => Array.isArray(one) && one.length === 3))
    return tableOfRows(['Wall time', 'Step', 'Value'], list as Cell[][]);
  if (isColumn(list))
    return tableOfRows(
      ['loss'],
      list.map((one) => [one]),
    );
  return null;
}

const hasLossList = (run: Entries): boolean =>
  Object.entries(run).some(([name, values]) => /loss/i.test(name) && Array.isArray(values));

const tableOfRows = (names: readonly string[], rows: readonly (readonly Cell[])[], countsEpochs = false): LogTable => ({
  names,
  rows,
  lines: rows.map((_, i) => i + 1),
  countsEpochs,
});

/** Entries with names; one that is a list becomes a column for each of its numbers. */
function tableOfEntries(entries: readonly Entries[]): LogTable {
  const flat = entries.map(flattened);
  const names = [...new Set(flat.flatMap((entry) => [...entry.keys()]))];
  return tableOfRows(
    names,
    flat.map((entry) => names.map((name) => entry.get(name))),
  );
}

function flattened(entry: Entries): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(entry).flatMap(([name, value]) => {
      if (Array.isArray(value)) return value.map((one, i) => [`${name}[${i}]`, one] as const);
      if (isObject(value)) return Object.entries(value).map(([inner, one]) => [inner, one] as const);
      return [[name, value] as const];
    }),
  );
}

/** A list for each name. Without steps it is what Keras returns if it has a quantity that only Keras names so. */
function tableOfColumns(columns: readonly (readonly [string, readonly unknown[]])[]): LogTable {
  const length = Math.max(...columns.map(([, values]) => values.length));
  const entries = Array.from({ length }, (_, i) =>
    Object.fromEntries(columns.map(([name, values]) => [name, values[i] ?? null])),
  );
  const isKeras = columns.some(([name]) => name.startsWith('val_') || name === 'accuracy' || name === 'acc');
  return { ...tableOfEntries(entries), countsEpochs: isKeras };
}

const shapeOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  return isObject(value) ? `{${Object.keys(value).slice(0, 4).join(', ')}}` : String(value).slice(0, 40);
};
