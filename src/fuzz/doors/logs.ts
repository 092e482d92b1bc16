import fc from 'fast-check';
import { expect } from 'vitest';
import { likelyColumns, LogError, logFaultCodes, readLog, runLogOf } from '../../experiment/log';
import { anyLog } from '../../experiment/testing/arbitraryLogs';
import { changed } from '../../formula/testing/changed';
import { door } from '../door';
import { expectValues } from '../words';

const pieces = fc.constantFrom(
  ...[',', '\n', '\t', '"', '{', '}', '[', ']', ':', 'NaN', '-Infinity', '1e999', '-1', '0.5', 'null', 'step', 'loss'],
  ...['val_loss', 'epoch', '\ufeff', '\0', '\ud800', '{"step": 1}', '__proto__', '99999999999999999999'],
);
const soup = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

/** Logs of training runs from elsewhere. */
export const logs = door(
  'logs',
  fc.oneof(
    changed(
      anyLog.map(({ text }) => text),
      pieces,
    ),
    soup,
    fc.string(),
  ),
  (text) => {
    try {
      const table = readLog(text);
      const { steps, loss } = runLogOf('mine', table, likelyColumns(table));
      expect(loss.values.length).toBe(steps.length);
      expect(steps.every((step, i) => Number.isSafeInteger(step) && step > (steps[i - 1] ?? -1))).toBe(true);
      return 'taken';
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
      expectValues(logFaultCodes[error.code], error.values);
      return error.code;
    }
  },
);
