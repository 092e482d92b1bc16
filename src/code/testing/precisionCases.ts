import golden from '../../engine/testing/precision.json' with { type: 'json' };
import { readExperiment } from '../../experiment';
import { matrix, newtonWhole, precisions, withPrecision, type CodeCase } from './cases';

/** The problems of the recorded runs, as in engine/precision/precision.test.ts. */
const problems: Readonly<Record<string, object>> = {
  square: { problem: { id: 'square' }, start: [10] },
  rosenbrock: { problem: { id: 'rosenbrock' }, start: [-1.5, 2] },
  regression: { problem: { id: 'linear-regression', data: { x: golden.x, y: golden.y } }, start: [0, 0] },
};

interface RecordedCase extends CodeCase {
  /** The rows that torch and numpy gave. */
  readonly rows: readonly (readonly number[])[];
}

/** The runs in bfloat16 and float16 that scripts/golden/precision.py recorded. */
export const recordedCases: readonly RecordedCase[] = golden.cases.map(
  ({ problem, optimizer, hyper, format, rounding, master, updates, params }) => ({
    title: `${format}, ${rounding}${master ? ', master copy' : ''}: ${optimizer} on ${problem}, ${JSON.stringify(hyper)}`,
    experiment: readExperiment({
      version: 1,
      ...problems[problem],
      ...(problem === 'regression' ? { epochs: updates } : { steps: updates }),
      runs: [{ optimizer, hyper, precision: { format, rounding, master } }],
    }),
    run: 0,
    rows: params.map((row) => row.map(Number)),
  }),
);

/**
 * The matrix of float64 programs in these precisions, in turn: every problem, optimizer, schedule, way of taking batches, modifier and
 * function of the language.
 */
export const precisionCases: readonly CodeCase[] = matrix.flatMap((one, i) => {
  const precision = precisions[i % precisions.length];
  return precision ? [withPrecision(one, precision)] : [];
});

/**
 * A system whose every entry is a number of 16 bits, and whose gradient has two terms in each sum, so that no order of operations is left to
 * the libraries: elimination alone rounds, with a pivot that is not on the diagonal.
 */
export const systemCases: readonly CodeCase[] = precisions.map((precision) =>
  withPrecision(
    {
      title: 'three equations',
      experiment: readExperiment({
        version: 1,
        problem: { loss: 'x^2 + 3*x*y + y*z + 2.5*z^2', parameters: ['x', 'y', 'z'] },
        start: [1.3, -0.7, 2.1],
        steps: 12,
        runs: [{ rule: newtonWhole }],
      }),
      run: 0,
    },
    precision,
  ),
);
