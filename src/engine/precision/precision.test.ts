import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readExperiment } from '../../experiment';
import { numberFormats } from '../../experiment/core/precision';
import type { RunPrecision } from '../../experiment/core/types';
import { roundTo, unitAt } from './rounding';
import { runToEnd } from '../common/slice';
import { CostModel } from '../gpu/cost';
import { openCpu } from '../gpu/device';
import { registerKernels } from '../gpu/kernels';
import { runOnDevice } from '../gpu/trajectory';
import { planExperiment } from '../plan/plan';
import { choiceOf, custom, descent, runOf } from '../testing/experiments';
import golden from '../testing/precision.json';
import { providePrecision } from '../float64/precisionParts';
import { runReference } from '../float64/reference';
import { precision as precisionParts } from '.';

type Case = (typeof golden.cases)[number];

/** The numbers of a format, from its definition: sign, exponent and fraction of its 16 bits. */
function numberOf(pattern: number, fractionBits: number): number {
  const exponentBits = 15 - fractionBits;
  const bias = 2 ** (exponentBits - 1) - 1;
  const sign = pattern >= 2 ** 15 ? -1 : 1;
  const exponent = Math.floor(pattern / 2 ** fractionBits) % 2 ** exponentBits;
  const fraction = (pattern % 2 ** fractionBits) / 2 ** fractionBits;
  if (exponent === 2 ** exponentBits - 1) return fraction === 0 ? sign * Infinity : Number.NaN;
  return sign * (exponent === 0 ? fraction * 2 ** (1 - bias) : (1 + fraction) * 2 ** (exponent - bias));
}

const patterns = Array.from({ length: 2 ** 16 }, (_, pattern) => pattern);

describe.each([
  ['bfloat16', 7],
  ['float16', 10],
] as const)('rounding to %s', (format, fractionBits) => {
  const round = roundTo[format];
  const positive = patterns.slice(0, 2 ** 15).map((pattern) => numberOf(pattern, fractionBits));
  const finite = positive.filter(Number.isFinite);
  const largest = Math.max(...finite);

  test('leaves each of its 65,536 numbers as it is', () => {
    expect(
      patterns.every((pattern) => Object.is(round(numberOf(pattern, fractionBits)), numberOf(pattern, fractionBits))),
    ).toBe(true);
  });

  test('takes the nearer of two neighbours, and from their middle the one whose last bit is 0', () => {
    // Beyond the largest finite number, as if there were one more, is infinity.
    const beyond = 2 * largest - (finite.at(-2) ?? NaN);
    const wrong = finite.filter((low, k) => {
      const next = finite[k + 1];
      const middle = (low + (next ?? beyond)) / 2;
      const even = k % 2 === 0 ? low : (next ?? Infinity);
      // By so little that float32 still tells it from the middle.
      const little = Math.max(middle * 2 ** -22, 2 ** -149);
      const isRight = (sign: number) =>
        round(sign * middle) === sign * even &&
        round(sign * (middle + little)) === sign * (next ?? Infinity) &&
        round(sign * (middle - little)) === sign * low;
      return !isRight(1) || !isRight(-1);
    });
    expect(wrong).toEqual([]);
  });

  test('knows how far its numbers are apart', () => {
    const wrong = finite.filter(
      (low, k) => k + 1 < finite.length && unitAt(format, low) !== (finite[k + 1] ?? NaN) - low,
    );
    expect(wrong).toEqual([]);
  });

  test('keeps the order of numbers, and the sign of zero', () => {
    const any = fc.float({ noNaN: true });
    fc.assert(fc.property(any, any, (a, b) => a > b || round(a) <= round(b)));
    expect(round(-0)).toBe(-0);
    expect(round(-1e-60)).toBe(-0);
    expect(round(Number.NaN)).toBeNaN();
  });

  test(`is that of ${format === 'bfloat16' ? 'torch' : 'numpy'} on millions of numbers`, () => {
    const tails =
      format === 'bfloat16' ? [0, 1, 0x7fff, 0x8000, 0x8001, 0xffff] : [0, 1, 0xfff, 0x1000, 0x1001, 0x1fff];
    const width = format === 'bfloat16' ? 16 : 13;
    const tops = 2 ** (32 - width);
    const bits = Uint32Array.from({ length: tails.length * tops }, (_, i) => {
      return (i % tops) * 2 ** width + (tails[Math.floor(i / tops)] ?? NaN);
    });
    const rounded = new Float32Array(bits.buffer).map((x) => {
      const near = round(x);
      return Number.isNaN(near) ? Number.NaN : near;
    });
    const words = new Uint32Array(rounded.buffer).map((word, i) => (Number.isNaN(rounded[i]) ? 0x7fc00000 : word));
    expect(createHash('sha256').update(new Uint8Array(words.buffer)).digest('hex')).toBe(golden.rounded[format]);
  });
});

const problems = {
  square: { problem: { id: 'square' }, start: [10] },
  rosenbrock: { problem: { id: 'rosenbrock' }, start: [-1.5, 2] },
  regression: { problem: { id: 'linear-regression', data: { x: golden.x, y: golden.y } }, start: [0, 0] },
} as const;
const isProblem = (name: string): name is keyof typeof problems => Object.hasOwn(problems, name);

function experimentOf({ problem, optimizer, hyper, format, rounding, master, updates }: Case) {
  if (!isProblem(problem)) throw new RangeError(`no problem ${problem}`);
  return readExperiment({
    version: 1,
    ...problems[problem],
    ...(problem === 'regression' ? { epochs: updates } : { steps: updates }),
    runs: [{ optimizer, hyper, precision: { format, rounding, master } }],
  });
}

const titleOf = ({ format, rounding, master, problem, optimizer, hyper }: Case) =>
  `${format}, ${rounding}${master ? ', master copy' : ''}: ${optimizer} on ${problem}, ${JSON.stringify(hyper)}`;

registerKernels();
providePrecision(precisionParts);

describe.each(golden.cases.map((one) => [titleOf(one), one] as const))('%s', (_, one) => {
  const expected = one.params.flat().map(Number);
  const plan = planExperiment(experimentOf(one));

  test('has the same bits at every row', () => {
    const [run] = runReference(plan);
    expect(Array.from(run?.params ?? [])).toEqual(expected);
  });

  test('is the same on a device, and where float32 is asked for', () => {
    const [run] = runToEnd(runOnDevice(plan, openCpu(), new CostModel()));
    expect(Array.from(run?.params ?? [])).toEqual(expected);
    expect(runReference(plan, 'float32')[0]).toEqual(runReference(plan, 'float64')[0]);
    expect(run).toEqual(runReference(plan)[0]);
  });
});

const paramsOf = (precision: RunPrecision | undefined, engine: 'float64' | 'float32') => {
  const run = runOf('adam', { lr: 0.05 });
  const experiment = descent(choiceOf('rosenbrock'), [-1.5, 2], 100, { ...run, ...(precision && { precision }) });
  return runReference(planExperiment(experiment), engine)[0]?.params;
};

test.each(['float64', 'float32'] as const)('%s is what the engine of that precision computes', (format) => {
  expect(paramsOf({ format }, format === 'float64' ? 'float32' : 'float64')).toEqual(paramsOf(undefined, format));
});

test('without a precision a run is as on its engine', () => {
  expect(paramsOf(undefined, 'float32')).not.toEqual(paramsOf(undefined, 'float64'));
});

test.each(numberFormats)('a run in %s records the loss of its parameters in float64', (format) => {
  const run = { ...runOf('gd', { lr: 0.1 }), precision: { format } };
  const [trace] = runReference(planExperiment(descent(choiceOf('square'), [0.7], 20, run)));
  for (const [row, x] of (trace?.params ?? []).entries()) expect(trace?.loss[row]).toBe(x * x);
});

test('the gradient of a model with a master copy is taken where the model is', () => {
  const run = (master: boolean) => ({
    ...runOf('gd', { lr: 2 ** -12 }),
    precision: { format: 'bfloat16' as const, ...(master && { master: true as const }) },
  });
  const end = (master: boolean) =>
    runReference(planExperiment(descent(custom('x', 'x'), [1], 8, run(master))))[0]?.params.at(-1);
  // Each update is a 16th of the distance to the next number below 1, and 8 of them are half of it.
  expect(end(false)).toBe(1);
  expect(end(true)).toBe(1 - 8 * 2 ** -12);
});
