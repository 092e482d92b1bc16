import { describe, expect, it } from 'vitest';
import { readExperiment } from '../../experiment';
import type { RunPrecision } from '../../experiment/core/types';
import { numbered, runNames } from './runNames';

const namesOf = (problem: string, ...runs: readonly object[]) =>
  runNames(readExperiment({ version: 1, problem: { id: problem }, runs }).runs, 'en');

describe('the names of runs', () => {
  it('are those of their optimizers where these differ', () => {
    expect(namesOf('square', { optimizer: 'adam' }, { optimizer: 'sgd', hyper: { nesterov: true } })).toEqual([
      'Adam',
      'SGD + Nesterov',
    ]);
  });

  it('say the rate alone where nothing else differs, even if two runs are the same', () => {
    const gd = (lr: number) => ({ optimizer: 'gd', hyper: { lr } });
    expect(namesOf('square', gd(0.1), gd(0.5), gd(1.1))).toEqual(['η = 0.1', 'η = 0.5', 'η = 1.1']);
    expect(namesOf('square', gd(0.1), { optimizer: 'adam' }, gd(0.5))).toEqual([
      'Gradient descent, η = 0.1',
      'Adam',
      'Gradient descent, η = 0.5',
    ]);
    expect(namesOf('square', gd(0.1), gd(0.1))).toEqual(['Gradient descent 1', 'Gradient descent 2']);
    expect(new Set(namesOf('square', gd(0.1), gd(0.1), gd(0.2))).size).toBe(3);
  });

  it('say what is moved beside them only where nothing else tells them apart', () => {
    const sgd = (lr: number, momentum: number) => ({ optimizer: 'sgd', hyper: { lr, momentum } });
    const named = (isFixed: boolean, ...runs: readonly object[]) =>
      runNames(readExperiment({ version: 1, problem: { id: 'square' }, runs }).runs, 'en', ['lr'], isFixed);
    for (const isFixed of [true, false])
      expect(named(isFixed, sgd(0.1, 0), sgd(0.2, 0.9))).toEqual(['μ = 0', 'μ = 0.9']);
    expect(named(false, sgd(0.1, 0), sgd(0.2, 0))).toEqual(['η = 0.1', 'η = 0.2']);
    expect(named(true, sgd(0.1, 0), sgd(0.2, 0))).toEqual(['SGD 1', 'SGD 2']);
  });

  it('say both numbers where two differ, although one would tell all apart', () => {
    const sgd = (lr: number, momentum: number) => ({ optimizer: 'sgd', hyper: { lr, momentum } });
    expect(namesOf('square', sgd(0.1, 0), sgd(0.2, 0.9))).toEqual(['η = 0.1, μ = 0', 'η = 0.2, μ = 0.9']);
  });

  it('say the first two that tell them apart where more differ', () => {
    const sgd = (lr: number, momentum: number, dampening: number) => ({
      optimizer: 'sgd',
      hyper: { lr, momentum, dampening },
    });
    expect(namesOf('square', sgd(0.1, 0, 0.5), sgd(0.2, 0.9, 0))).toEqual(['η = 0.1, μ = 0', 'η = 0.2, μ = 0.9']);
  });

  it('say two numbers where one does not tell all apart', () => {
    const adam = (lr: number, beta1: number) => ({ optimizer: 'adam', hyper: { lr, beta1 } });
    expect(namesOf('square', adam(0.1, 0), adam(0.2, 0), adam(0.2, 0.9))).toEqual([
      'η = 0.1, β₁ = 0',
      'η = 0.2, β₁ = 0',
      'η = 0.2, β₁ = 0.9',
    ]);
  });

  it('say the batch or the schedule where these differ', () => {
    const sgd = (size: number | 'all') => ({ optimizer: 'sgd', hyper: { lr: 0.1 }, batch: { size } });
    expect(namesOf('linear-regression', sgd(1), sgd(10), sgd('all'))).toEqual(['B = 1', 'B = 10', 'B = N']);
  });

  it('part two numbers as the language does', () => {
    const adam = (lr: number, beta1: number) => ({ optimizer: 'adam', hyper: { lr, beta1 } });
    const runs = [adam(0.1, 0), adam(0.2, 0), adam(0.2, 0.9)];
    const { runs: read } = readExperiment({ version: 1, problem: { id: 'square' }, runs });
    expect(runNames(read, 'zh')[0]).toBe('η = 0.1，β₁ = 0');
  });

  it('are numbered only if they repeat', () => {
    expect(numbered(['Adam', 'SGD', 'Adam'])).toEqual(['Adam 1', 'SGD', 'Adam 2']);
  });
});

it('names runs that differ in their precision by it; without one a run computes in float32', () => {
  const run = { optimizer: 'gd', hyper: { lr: 0.1 } };
  const precisions: readonly RunPrecision[] = [
    { format: 'bfloat16' },
    { format: 'bfloat16', rounding: 'stored' },
    { format: 'float16', master: true },
    { format: 'float16', rounding: 'stored', master: true },
  ];
  expect(runNames([run, ...precisions.map((precision) => ({ ...run, precision }))], 'en')).toEqual([
    'float32',
    'bfloat16',
    'float32 → bfloat16',
    'float16 + float32',
    'float32 → float16 + float32',
  ]);
});
