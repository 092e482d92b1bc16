import { expect, test } from 'vitest';
import { readExperiment } from '../../experiment';
import { toPosition } from '../controls/numbers/scales';
import { onCommonScale, type LabelledControl } from './stageScales';

const { runs } = readExperiment({
  version: 1,
  problem: { id: 'square' },
  runs: [0.001, 0.001, 50].map((lr) => ({ optimizer: 'sgd', hyper: { lr } })),
});

const control = (run: number, name: string, range: readonly [number, number]): LabelledControl => ({
  run,
  name,
  label: name,
  scale: { kind: 'log', range },
  limits: { min: 0, max: 1e6 },
  followsEdge: true,
});

test('equal values of one setting stand at the same place, also beside one that is out of the range', () => {
  const controls = [control(0, 'lr', [1e-6, 1]), control(1, 'lr', [1e-4, 10]), control(2, 'lr', [1e-4, 10])];
  const common = controls.map((one) => onCommonScale(one, controls, runs));
  expect(common.map(({ scale }) => scale.range)).toEqual([
    [1e-6, 50],
    [1e-6, 50],
    [1e-6, 50],
  ]);
  expect(new Set(common.slice(0, 2).map(({ scale }) => toPosition(scale, 0.001))).size).toBe(1);
  expect(common.some(({ followsEdge }) => followsEdge)).toBe(false);
});

test('a setting with one slider keeps its own', () => {
  const controls = [control(0, 'lr', [1e-6, 1]), control(0, 'momentum', [0.1, 0.9])];
  expect(controls.map((one) => onCommonScale(one, controls, runs))).toEqual(controls);
});
