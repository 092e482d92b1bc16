import { expect, test } from 'vitest';
import { planExperiment } from '../../engine/plan/plan';
import { runReference } from '../../engine/float64/reference';
import type { Trace } from '../../engine/trace/types';
import { defaultExperiment } from '../../experiment';
import { isValidationLoss, likelyColumns, readLog, runLogOf } from '../../experiment/log';
import { comparedLog, shownLog } from './align';

const runs = runReference(planExperiment({ ...defaultExperiment, steps: 5 }));
const trace: Trace = { engine: 'webgl', parameters: ['x', 'y'], totals: [6, 6, 6], runs, epochSize: 0, minima: [] };

/** A log as the plots show it. */
function shown(text: string) {
  const table = readLog(text);
  const run = runLogOf('mine', table, likelyColumns(table));
  const log = { ...run, id: 'a', problem: 'rosenbrock', at: 0, counted: null };
  return shownLog(log, comparedLog(log, trace), null);
}

test('the validation loss of a log is shown where it was logged, and joined between', () => {
  const { loss, validation } = shown('step,loss,val_loss\n0,5,6\n1,4,\n2,3,\n4,2,2\n5,1,\n');
  expect([...loss]).toEqual([5, 4, 3, 2, 1]);
  expect([...(validation ?? [])]).toEqual([6, 5, 4, 2, NaN]);
});

test('a log without one has none', () => {
  expect(shown('step,loss,accuracy\n0,5,0.1\n1,4,0.2\n')).not.toHaveProperty('validation');
});

test('the names that loggers give it', () => {
  const names = [
    'val_loss',
    'val/loss',
    'run-1 - eval/loss',
    'valid_loss',
    'validation_loss',
    'val_loss_epoch',
    '验证损失',
  ];
  expect(names.filter((name) => !isValidationLoss(name))).toEqual([]);
  const others = ['loss', 'train_loss', 'val_acc', 'value', 'interval_loss', 'run-1 - val/loss__MIN'];
  expect(others.filter(isValidationLoss)).toEqual([]);
});
