import { isGap, isGapAmongNumbers } from './gaps';
import { readNumber, type DecimalSign, type WrittenNumber } from './numbers';
import type { Row } from './parseRows';

/** What a column holds, as far as it decides whether it is a feature. */
export const columnKinds = ['numbers', 'constant', 'rowNumbers', 'identifiers', 'dates', 'words'] as const;
type ColumnKind = (typeof columnKinds)[number];

/** A value of a column and the first line that has it. */
interface ColumnValue {
  readonly text: string;
  readonly line: number;
}

export interface Column {
  /** Index of its cells in a row. */
  readonly at: number;
  /** Empty if it has none. */
  readonly name: string;
  readonly kind: ColumnKind;
  /** Most of its cells are numbers. */
  readonly isNumeric: boolean;
  /** Its distinct values by `valueKey`, without gaps; at most three. */
  readonly values: readonly ColumnValue[];
  /** The first cell that is neither a gap nor a number; null if there is none. */
  readonly word: ColumnValue | null;
  /** Cells whose text differs from the number that is read, the first of each sort: a percentage, a currency and the like. */
  readonly examples: readonly { readonly text: string; readonly value: number; readonly unit: string }[];
  /** Some numbers have a percent sign or a currency and others have none or another. */
  readonly mixesUnits: boolean;
}

interface TableFacts {
  readonly decimal: DecimalSign;
  /** Columns of the table. */
  readonly count: number;
  readonly isNamed: boolean;
}

/** The most distinct values in a column's description: one more than a target of two classes has. */
const MAX_VALUES = 3;

/** Describes one column of a table. */
export function columnOf(rows: readonly Row[], at: number, name: string, facts: TableFacts): Column {
  const cells = filledCells(rows, at, facts.decimal);
  const read = cells.flatMap(({ number }) => number ?? []);
  const isNumeric = read.length > cells.length / 2;
  const present = isNumeric ? cells.filter(({ number, text }) => number || !isGapAmongNumbers(text)) : cells;
  const values = distinct(present);
  const contents = {
    name,
    at,
    isNumeric,
    numbers: read.map(({ value }) => value),
    cells: present,
    valueCount: values.length,
  };
  return {
    at,
    name,
    kind: kindOf(contents, facts),
    isNumeric,
    values,
    word: present.find(({ number }) => number === null) ?? null,
    examples: isNumeric ? examplesOf(cells) : [],
    mixesUnits: isNumeric && new Set(read.map(({ unit }) => unit)).size > 1,
  };
}

interface FilledCell extends ColumnValue {
  readonly number: WrittenNumber | null;
}

/** The cells of a column that are no gap in any column, with the numbers in them. */
function filledCells(rows: readonly Row[], at: number, decimal: DecimalSign): readonly FilledCell[] {
  const filled: FilledCell[] = [];
  for (const { line, cells } of rows) {
    const text = cells[at] ?? '';
    const number = readNumber(text, decimal);
    if (number || !isGap(text)) filled.push({ line, text, number });
  }
  return filled;
}

/** What is read in a cell. */
export type ReadCell = { readonly kind: 'number'; readonly value: number } | { readonly kind: 'gap' | 'word' };

export function readCell(text: string, { isNumeric }: Column, { decimal }: Pick<TableFacts, 'decimal'>): ReadCell {
  const number = readNumber(text, decimal);
  if (number && isNumeric) return { kind: 'number', value: number.value };
  return { kind: (isNumeric ? isGapAmongNumbers : isGap)(text) ? 'gap' : 'word' };
}

/** A text that is equal for cells of equal value: `1` and `1.0` are one class. */
export const valueKey = (cell: string, decimal: DecimalSign): string =>
  String(readNumber(cell, decimal)?.value ?? cell);

function distinct(cells: readonly FilledCell[]): readonly ColumnValue[] {
  const values = new Map<string | number, ColumnValue>();
  for (const { line, text, number } of cells) {
    const key = number?.value ?? text;
    if (!values.has(key)) values.set(key, { line, text });
    if (values.size === MAX_VALUES) break;
  }
  return [...values.values()];
}

function examplesOf(cells: readonly FilledCell[]): Column['examples'] {
  const found = new Map<string, Column['examples'][number]>();
  for (const { text, number } of cells) {
    if (found.size === MAX_EXAMPLES) break;
    if (!number || PLAINLY_WRITTEN.test(text)) continue;
    // One example of each way of writing is enough.
    const sort = number.unit + text.replace(/[\d\s-]+/g, '');
    if (!found.has(sort)) found.set(sort, { text, value: number.value, unit: number.unit });
  }
  return [...found.values()];
}

const MAX_EXAMPLES = 2;
const PLAINLY_WRITTEN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

interface Contents {
  readonly name: string;
  readonly at: number;
  readonly isNumeric: boolean;
  readonly numbers: readonly number[];
  /** Without gaps. */
  readonly cells: readonly FilledCell[];
  /** How many distinct values it has, at most three. */
  readonly valueCount: number;
}

function kindOf(contents: Contents, facts: TableFacts): ColumnKind {
  const { isNumeric, valueCount, cells } = contents;
  if (!isNumeric) return mostly(cells, isDate) ? 'dates' : 'words';
  if (areRowNumbers(contents, facts)) return 'rowNumbers';
  if (areIdentifiers(contents)) return 'identifiers';
  if (/date|日期/i.test(contents.name) && mostly(cells, (text) => COMPACT_DATE.test(text))) return 'dates';
  return valueCount === 1 ? 'constant' : 'numbers';
}

const mostly = (cells: readonly FilledCell[], test: (text: string) => boolean): boolean =>
  cells.filter(({ text }) => test(text)).length > cells.length / 2;

const COMPACT_DATE = /^(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])$/;
const DATE =
  /^(\d{4}[-/.年]\d{1,2}([-/.月]\d{1,2}日?)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}[- ][a-z]{3,9}\.?[- ,]+\d{2,4}|[a-z]{3,9}\.? \d{1,2},? \d{4})/i;
const TIME = /^\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([ap]m)?$/i;
const isDate = (text: string): boolean => DATE.test(text) || TIME.test(text);

/** Names of columns that number or name the rows. */
const COUNTS =
  /^(|#|no\.?|nr\.?|n°|row(\s*\d*|_?names?|_?num(ber)?|_?id)|index|idx|id|unnamed: ?0|_c0|obs\.?|序号|编号|行号|序號|編號|番号)$/i;
const NAMES_ROWS =
  /(^|[\s_.-])(id|ids|uid|uuid|guid|key|code|sku|isbn|phone|tel|zip|zipcode|postcode|ssn|imei)$|[a-z](Id|ID)$|(编号|序号|学号|工号|身份证号?|电话|手机号?|邮编|編號|番号|コード)$/i;

/** Consecutive whole numbers in the order of the rows, under such a name; in a file without names, from 0 or 1 in the first column of three or more. */
function areRowNumbers({ name, at, numbers }: Contents, { count, isNamed }: TableFacts): boolean {
  const isCounting =
    numbers.length > 2 &&
    numbers.every((value, i) => Number.isInteger(value) && (i === 0 || value === (numbers[i - 1] ?? 0) + 1));
  if (!isCounting) return false;
  // Without names, the first of two columns is rather what the second depends on.
  return isNamed || name !== ''
    ? COUNTS.test(name.trim())
    : at === 0 && count > 2 && (numbers[0] === 0 || numbers[0] === 1);
}

/** Whole numbers under a name that says so; where they repeat, they are codes all the same. */
function areIdentifiers({ name, numbers }: Contents): boolean {
  const trimmed = name.trim();
  if (!(COUNTS.test(trimmed) && trimmed !== '') && !NAMES_ROWS.test(trimmed)) return false;
  return numbers.every(Number.isInteger);
}
