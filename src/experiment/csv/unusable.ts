import { csvError, excerpt, type CellPosition, type CsvError } from './faults';
import { isGap, isGapAmongNumbers } from './gaps';
import { readNumber } from './numbers';
import type { Row } from './parseRows';
import type { Column } from './columns';
import type { Table } from './table';

/** The columns that are used, as indices of the table's columns. */
export interface ChosenColumns {
  readonly features: readonly number[];
  readonly target: number;
  /** Whether the target is one of two classes instead of a number. */
  readonly hasClasses: boolean;
}

export const rowFaultKinds = ['gap', 'word', 'infinite', 'length'] as const;
type RowFaultKind = (typeof rowFaultKinds)[number];

/** Rows that lack what a sample needs. */
export interface UnusableRows {
  readonly rows: ReadonlySet<Row>;
  /** How many have each fault, by their first one. */
  readonly counts: Readonly<Record<RowFaultKind, number>>;
  /** Different spellings of gaps, or words where numbers should be, in the order of the file; a few. */
  readonly spellings: readonly string[];
  /** The fault of the first such row; null if there is none. */
  readonly first: CsvError | null;
}

const MAX_SPELLINGS = 8;

/** Finds the rows that cannot be used with these columns: with a gap, no number, one past float64, or another number of cells. */
export function unusableRows(table: Table, chosen: ChosenColumns): UnusableRows {
  const columns = [...chosen.features, chosen.target].flatMap((index) => table.columns[index] ?? []);
  const target = chosen.hasClasses ? table.columns[chosen.target] : undefined;
  const rows = new Set<Row>();
  const counts = { gap: 0, word: 0, infinite: 0, length: 0 };
  const spellings = new Set<string>();
  let first: CsvError | null = null;
  for (const row of table.rows) {
    const fault = faultOf(row, columns, target, table);
    if (!fault) continue;
    rows.add(row);
    counts[fault.kind] += 1;
    if (spellings.size < MAX_SPELLINGS && (fault.kind === 'gap' || fault.kind === 'word')) spellings.add(fault.text);
    first ??= errorOf(row, fault, table.width);
  }
  return { rows, counts, spellings: [...spellings], first };
}

type RowFault =
  | { readonly kind: 'length' }
  | { readonly kind: keyof typeof cellFaults; readonly column: Column; readonly text: string };

function faultOf(row: Row, columns: readonly Column[], target: Column | undefined, table: Table): RowFault | null {
  if (row.cells.length !== table.width) return { kind: 'length' };
  for (const column of columns) {
    const text = row.cells[column.at] ?? '';
    const isClass = column === target;
    const read = readNumber(text, table.decimal);
    if (read === null && (column.isNumeric ? isGapAmongNumbers(text) : isGap(text)))
      return { kind: 'gap', column, text };
    if (isClass) continue;
    if (read === null) return { kind: 'word', column, text };
    if (!Number.isFinite(read.value)) return { kind: 'infinite', column, text };
  }
  return null;
}

function errorOf(row: Row, fault: RowFault, width: number): CsvError {
  if (fault.kind === 'length') {
    const found = row.cells.length;
    return csvError('ragged', { found, expected: width }, { line: row.line, column: Math.min(found, width) + 1 });
  }
  const { kind, column, text } = fault;
  const position = cellPosition(row, column);
  if (text === '') return csvError('emptyCell', {}, position);
  return csvError(cellFaults[kind], { text: excerpt(text) }, position);
}

const cellFaults = { gap: 'missing', word: 'notNumber', infinite: 'infinite' } as const;

export const cellPosition = ({ line }: Row, { at, name }: Column): CellPosition => ({ line, column: at + 1, name });
