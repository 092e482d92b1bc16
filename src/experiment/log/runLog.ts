import { isEpochName, numericColumns, shownName } from './columns';
import { excerpt, logError } from './faults';
import { logLimits } from './limits';
import { readNumber } from './numbers';
import { precisionOf } from './precision';
import type { LogColumns, LogCount, LogQuantity, LogTable, RunLog } from './types';

/** The run of a log, with the columns as chosen. @throws LogError naming the cell that is not as it must be */
export function runLogOf(name: string, table: LogTable, columns: LogColumns): RunLog {
  const merged = mergedRows(table, columns);
  if (merged.rows.length < 2) throw logError('tooFewRows', { name: shownName(table, columns.loss) });
  const quantity = (column: number): LogQuantity => ({
    name: shownName(table, column),
    values: merged.rows.map(({ values }) => values.get(column) ?? NaN),
  });
  const loss = quantity(columns.loss);
  const others = merged.columns
    .filter((column) => column !== columns.loss && column !== columns.step)
    .slice(0, logLimits.others);
  return {
    name,
    counts: countOf(table, columns),
    steps: merged.rows.map(({ step }) => step),
    loss,
    others: others.map(quantity),
    precision: precisionOf(loss.values),
    repeated: merged.repeated,
  };
}

const countOf = ({ names, countsEpochs }: LogTable, { step }: LogColumns): LogCount =>
  (step === null ? countsEpochs : isEpochName(names[step] ?? '')) ? 'epoch' : 'step';

interface MergedRow {
  readonly step: number;
  readonly values: Map<number, number>;
}

/**
 * The rows by step, ascending. Some loggers write several rows for one step, each with some of the columns: they become one.
 * Rows without a loss are left out.
 */
function mergedRows(table: LogTable, { step: stepColumn, loss }: LogColumns) {
  const columns = numericColumns(table, true);
  const byStep = new Map<number, MergedRow>();
  let repeated = 0;
  table.rows.forEach((cells, i) => {
    const line = table.lines[i] ?? 0;
    const cell = (column: number) => numberAt(cells[column], line, shownName(table, column));
    const step = stepColumn === null ? i : stepAt(cells[stepColumn], line, shownName(table, stepColumn));
    if (step === null) return;
    const row = byStep.get(step) ?? { step, values: new Map<number, number>() };
    for (const column of new Set([...columns, loss])) {
      const value = cell(column);
      if (value === null) continue;
      if (column === loss && row.values.has(loss)) repeated += 1;
      row.values.set(column, value);
    }
    byStep.set(step, row);
  });
  const rows = [...byStep.values()].filter(({ values }) => values.has(loss)).sort((a, b) => a.step - b.step);
  return { rows, columns, repeated };
}

/** A number, null for a gap. */
function numberAt(cell: unknown, line: number, name: string): number | null {
  const value = readNumber(cell);
  if (value === undefined) throw logError('notNumber', { text: excerpt(String(cell)), line, name });
  return value;
}

function stepAt(cell: unknown, line: number, name: string): number | null {
  const value = numberAt(cell, line, name);
  if (value === null) return null;
  if (!Number.isSafeInteger(value) || value < 0 || value > MAX_STEP)
    throw logError('badStep', { text: excerpt(String(cell)), line, name });
  return value;
}

/** What an Int32Array holds. */
const MAX_STEP = 2 ** 31 - 1;
