import type { Cell } from './types';

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
const GAPS: ReadonlySet<string> = new Set(['', '-', 'na', 'n/a', '<na>', 'null', 'none']);
const NOT_A_NUMBER: ReadonlySet<string> = new Set(['nan', '-nan', '+nan', '-nan(ind)', '-1.#ind', '1.#qnan']);
const INFINITY = /^([-+]?)(?:inf|infinity|1\.#inf|∞)$/;
/** `tensor(0.5, grad_fn=<MseLossBackward0>)`, `np.float32(0.5)` and `[0.5]`, as Python writes what was not turned into a plain number. */
const WRAPPED =
  /^(?:tensor|np\.float(?:32|64)|numpy\.float(?:32|64))\(\[?([^,\])]*)[^)]*\)?(?:,.*\))?$|^\[([^,\]]*)\]$/;

/** The number of a cell, also NaN or infinite; null for a gap, undefined for text that is no number. */
export function readNumber(cell: Cell): number | null | undefined {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'boolean' || typeof cell !== 'string') return undefined;
  const text = cell.trim();
  if (NUMBER.test(text)) return Number(text);
  const word = text.toLowerCase();
  if (GAPS.has(word)) return null;
  if (NOT_A_NUMBER.has(word)) return NaN;
  const infinite = INFINITY.exec(word);
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity;
  const wrapped = WRAPPED.exec(text);
  return wrapped ? readNumber(wrapped[1] ?? wrapped[2] ?? '') : undefined;
}

/** Whether most of the cells that are filled are numbers, or, if `all`, each of them; false where none is. */
export function isNumeric(cells: readonly Cell[], all: boolean): boolean {
  const filled = cells.map(readNumber).filter((value) => value !== null);
  const numbers = filled.filter((value) => value !== undefined).length;
  return numbers > 0 && (all ? numbers === filled.length : 2 * numbers >= filled.length);
}
