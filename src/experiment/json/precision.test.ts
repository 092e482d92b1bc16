import { describe, expect, test } from 'vitest';
import { decodeLink, encodeLink } from '../link/link';
import { changeModifiers, changeOptimizer, changeProblem, changeSchedule } from '../core/edits';
import { changePrecision } from '../core/changePrecision';
import { numberFormats } from '../core/precision';
import type { RunPrecision } from '../core/types';
import { toJson } from './json';
import { parseExperiment, readExperiment } from './parse';
import { readSweep } from './sweepJson';

const withPrecision = (precision: unknown) =>
  parseExperiment({ version: 1, problem: { id: 'rosenbrock' }, runs: [{ optimizer: 'adam', precision }] });

/** The precision that is read, and what is complained about: the field, the code and what is allowed. */
function read(precision: unknown) {
  const { experiment, complaints } = withPrecision(precision);
  return [
    experiment.runs[0]?.precision,
    ...complaints.map(({ field, code, allowed }) => [field, code, allowed.allowed]),
  ];
}

const forms: readonly (readonly [written: unknown, link: string, read: RunPrecision])[] = [
  ...numberFormats.map((format) => [format, `precision=${format}`, { format }] as const),
  [{ format: 'float16', rounding: 'stored' }, 'precision=float16,stored', { format: 'float16', rounding: 'stored' }],
  [{ format: 'float16', master: true }, 'precision=float16,master', { format: 'float16', master: true }],
  [
    { format: 'bfloat16', rounding: 'stored', master: true },
    'precision=bfloat16,stored,master',
    { format: 'bfloat16', rounding: 'stored', master: true },
  ],
];

describe('a precision', () => {
  test.each(forms)('%j is read, and written as %s', (written, segment, expected) => {
    expect(read(written)).toEqual([expected]);
    const { experiment } = withPrecision(written);
    expect(toJson(experiment).runs[0]?.precision).toEqual(written);
    const link = encodeLink({ ...decodeLink('v=1').state, experiment });
    expect(link).toContain(`r=adam;${segment}`);
    expect(decodeLink(link)).toMatchObject({ state: { experiment }, complaints: [] });
  });

  test('whose options are the defaults is its format', () => {
    const plain = { format: 'bfloat16', rounding: 'every-operation', master: false };
    expect(read(plain)).toEqual([{ format: 'bfloat16' }]);
  });

  test.each([
    ['half', [undefined, ['runs.0.precision', 'choice', 'float64, float32, bfloat16, float16']]],
    [16, [undefined, ['runs.0.precision', 'object', 'format, rounding, master']]],
    [{}, [undefined, ['runs.0.precision.format', 'missing', 'float64, float32, bfloat16, float16']]],
    [{ format: 'float32', master: true }, [{ format: 'float32' }, ['runs.0.precision.master', 'onlyShort', 'format']]],
    [
      { format: 'float16', rounding: 'up' },
      [{ format: 'float16' }, ['runs.0.precision.rounding', 'choice', 'every-operation, stored']],
    ],
    [
      { format: 'float16', bits: 8 },
      [{ format: 'float16' }, ['runs.0.precision.bits', 'unknownKey', 'format, rounding, master']],
    ],
  ])('%j is complained about', (precision, expected) => {
    expect(read(precision)).toEqual(expected);
  });

  test.each([
    ['precision', 'object'],
    ['precision=fp8', 'choice'],
    ['precision=bfloat16,sometimes', 'choice'],
    ['precision=float64,master', 'onlyShort'],
  ])('a link with %s is complained about', (segment, code) => {
    expect(decodeLink(`p=rosenbrock&r=adam;${segment}`).complaints.map((one) => one.code)).toEqual([code]);
  });

  test('stays through other changes of a run, and goes by itself', () => {
    const { experiment } = withPrecision({ format: 'float16', master: true });
    const changed = [
      changeOptimizer(experiment, 0, 'sgd'),
      changeSchedule(experiment, 0, { kind: 'exponential', args: { gamma: 0.9 } }),
      changeModifiers(experiment, 0, { l2: 0.1 }),
      changeProblem(experiment, 'linear-regression'),
      changeProblem(changeProblem(experiment, 'linear-regression'), 'square'),
    ];
    for (const { runs } of changed) expect(runs[0]?.precision).toEqual({ format: 'float16', master: true });
    expect(changePrecision(experiment, 0).runs[0]).toEqual(withPrecision(undefined).experiment.runs[0]);
    expect(changePrecision(experiment, 0, { format: 'float32', master: true }).runs[0]?.precision).toEqual({
      format: 'float32',
    });
  });

  test('leaves a run without a sweep, which the complaint says', () => {
    const { experiment } = withPrecision('bfloat16');
    const axis = (of: string) => ({ of, from: 0.1, to: 1, scale: 'log' });
    const sweep = { x: axis('lr'), y: axis('start.0'), width: 8, height: 8 };
    expect(() => readSweep(sweep, experiment)).toThrow(
      /runs\.0\.precision is not known here \(its value is "bfloat16"\); known are optimizer.* modifiers\./,
    );
    expect(
      readSweep(sweep, readExperiment({ version: 1, problem: { id: 'rosenbrock' }, runs: [{ optimizer: 'adam' }] })),
    ).toBeDefined();
  });

  test('is no name for a hyperparameter of a rule', () => {
    const rule = 'mine(lr = 0.1, precision = 2)\ntheta = theta - lr*precision*grad(theta)';
    const { complaints } = parseExperiment({ version: 1, problem: { id: 'square' }, runs: [{ rule }] });
    expect(complaints).toMatchObject([{ field: 'runs.0.rule', code: 'formula' }]);
  });
});
