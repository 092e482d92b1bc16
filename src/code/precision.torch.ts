import { beforeAll, describe, expect, test } from 'vitest';
import { codeOf } from './code';
import { firstDifference, otherFormat, referenceRows, type PrintedRows } from './testing/agreement';
import type { CodeCase } from './testing/cases';
import { precisionCases, recordedCases, systemCases } from './testing/precisionCases';
import { runPrograms } from './testing/python';

/* Programs of runs in bfloat16, float16 and float32, by PyTorch and, for JAX and Keras, on stand-ins. */

const libraries = ['pytorch', 'optax', 'keras'] as const;
type TestedLibrary = (typeof libraries)[number];

/** The most units in the last place of a format by which a program may leave the page's rows. */
const MOST_UNITS = 4;

function rowsOf(library: TestedLibrary, cases: readonly CodeCase[]): Map<CodeCase, PrintedRows | Error> {
  const begin = library === 'pytorch' ? '' : 'import stand_ins\n';
  const results = runPrograms(
    cases.map(({ experiment, run }) => `${begin}${codeOf(experiment, { for: library, run, trace: true })}`),
  );
  const parsed = (result: (typeof results)[number] | undefined): PrintedRows | Error =>
    !result || 'failed' in result
      ? new Error(result?.failed ?? 'not run')
      : (JSON.parse(result.printed) as PrintedRows);
  return new Map(cases.map((one, i) => [one, parsed(results[i])]));
}

describe.each(libraries)('the code for %s', (library) => {
  let printed: ReadonlyMap<CodeCase, PrintedRows | Error>;

  beforeAll(() => {
    printed = rowsOf(library, [...recordedCases, ...precisionCases, ...systemCases]);
  });

  const rowsFor = (one: CodeCase): PrintedRows => {
    const rows = printed.get(one);
    if (rows instanceof Error || rows === undefined) throw rows ?? new Error('not run');
    return rows;
  };

  test.each(recordedCases.map((one) => [one.title, one] as const))('has the recorded bits: %s', (_, one) => {
    expect(rowsFor(one)).toEqual(one.rows.map((row) => row.map((x) => (Number.isFinite(x) ? x : null))));
  });

  test.each(precisionCases.map((one) => [one.title, one] as const))(
    'has the bits of the page, or leaves them in the last place: %s',
    (_, one) => {
      const found = firstDifference(rowsFor(one), referenceRows(one), otherFormat(one) ?? 'float64');
      expect(found?.units ?? 0).toBeLessThanOrEqual(MOST_UNITS);
    },
  );

  test.each(systemCases.map((one) => [one.title, one] as const))('solves with the bits of the page: %s', (_, one) => {
    const wanted = referenceRows(one);
    expect(wanted.flat().every(Number.isFinite)).toBe(true);
    expect(firstDifference(rowsFor(one), wanted, otherFormat(one) ?? 'float64')).toBeNull();
  });

  test('most programs have all bits of the page', () => {
    const same = precisionCases.filter(
      (one) => firstDifference(rowsFor(one), referenceRows(one), otherFormat(one) ?? 'float64') === null,
    );
    expect(same.length / precisionCases.length).toBeGreaterThan(0.8);
  });
});
