import { logError } from './faults';
import { logLimits } from './limits';
import { readCsv } from './readCsv';
import { readJson } from './readJson';
import type { LogTable } from './types';

/** The table in the text of a log, JSON or CSV. @throws LogError that says what is wrong with it */
export function readLog(source: string): LogTable {
  if (source.length > logLimits.bytes) throw logError('tooBig', { max: logLimits.bytes / 1e6 });
  const text = source.replace(/^\uFEFF/, '');
  if (text.trim() === '') throw logError('empty', {});
  return /^\s*[[{]/.test(text) ? readJson(text) : readCsv(text);
}
