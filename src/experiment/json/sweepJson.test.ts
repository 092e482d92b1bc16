import { describe, expect, test } from 'vitest';
import { defaultExperiment, defaultsFor } from '../core/defaults';
import { readSweep } from './sweepJson';

const lr = { of: 'lr', from: 1e-4, to: 1e-2, scale: 'log' };
const momentum = { of: 'momentum', from: 0, to: 0.99, scale: 'linear' };
const asked = { run: 0, x: lr, y: momentum, width: 64, height: 32, measure: 'loss' };

describe('the sweep that a script asks for', () => {
  test('is read without changes if it is complete', () => {
    expect(readSweep(asked, defaultExperiment)).toEqual(asked);
    const closer = { ...asked, y: { ...momentum, scale: 'oneMinus' } };
    expect(readSweep(closer, defaultExperiment)).toEqual(closer);
  });

  test('may leave out the run, the scale and the measure', () => {
    expect(
      readSweep({ x: { of: 'start.0', from: 2, to: -2 }, y: lr, width: 1, height: 512 }, defaultExperiment),
    ).toEqual({
      run: 0,
      x: { of: 'start.0', from: 2, to: -2, scale: 'linear' },
      y: lr,
      width: 1,
      height: 512,
      measure: 'loss',
    });
  });

  const wrong: readonly (readonly [change: object, field: string, value: string, allowed: string])[] = [
    [{ run: 3 }, 'sweep.run', '3', '0 ≤ run ≤ 2'],
    [{ x: 'lr' }, 'sweep.x', '"lr"', 'of, from, to, scale'],
    [{ x: { ...lr, of: 'rate' } }, 'sweep.x.of', '"rate"', 'lr, momentum'],
    [{ y: lr }, 'sweep.y.of', '"lr"', 'momentum, dampening'],
    [{ x: { ...lr, to: 2000 } }, 'sweep.x.to', '2000', '0 ≤ to ≤ 1000'],
    [{ x: { ...lr, from: 0 } }, 'sweep.x.scale', '"log"', 'linear'],
    [{ y: { ...momentum, to: 1.5, scale: 'oneMinus' } }, 'sweep.y.to', '1.5', '0 ≤ to < 1'],
    [{ y: { ...momentum, from: 1, to: 0.5, scale: 'oneMinus' } }, 'sweep.y.from', '1', '0 ≤ from < 1'],
    [{ x: { ...lr, scale: 'oneMinus' } }, 'sweep.x.scale', '"oneMinus"', 'linear, log'],
    [{ x: { of: 'lr', to: 1 } }, 'sweep.x.from', 'undefined', '0 ≤ from ≤ 1000'],
    [{ width: 513 }, 'sweep.width', '513', '1 ≤ width ≤ 512'],
    [{ height: 0.5 }, 'sweep.height', '0.5', '1 ≤ height ≤ 512'],
    [{ steps: 3000 }, 'sweep.steps', '3000', '1 ≤ steps ≤ 2000'],
    [{ measure: 'mean' }, 'sweep.measure', '"mean"', 'loss, bestLoss'],
    [{ size: 3 }, 'sweep.size', '3', 'run, x, y, width'],
  ];
  test.each(wrong)('is refused with %j', (change, field, value, allowed) => {
    const refusal = () => readSweep({ ...asked, ...change }, defaultExperiment);
    for (const part of [field, value, allowed]) expect(refusal).toThrow(part);
  });

  test('is refused if its runs are too long, or if it has steps on a data problem', () => {
    expect(() => readSweep(asked, { ...defaultExperiment, steps: 5000 })).toThrow('5000');
    expect(() => readSweep({ ...asked, steps: 5 }, defaultsFor('linear-regression'))).toThrow('sweep.steps');
  });
});
