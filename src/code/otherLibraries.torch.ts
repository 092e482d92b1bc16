import { beforeAll, describe, expect, test } from 'vitest';
import { codeOf } from './code';
import { distances, referenceRows } from './testing/agreement';
import { lessonCases, matrix, type CodeCase } from './testing/cases';
import { runPrograms } from './testing/python';
import { codeTargets } from './targets';

/* JAX, optax, TensorFlow and Keras are no packages of Debian: stand_ins.py says what stands for them here. */

const LIMIT = 1e-9;
const libraries = ['optax', 'keras'] as const;
type OtherLibrary = (typeof libraries)[number];

let printed: ReadonlyMap<string, ReturnType<typeof runPrograms>[number] | undefined>;
const keyOf = (library: OtherLibrary, { title }: CodeCase): string => `${library} ${title}`;

beforeAll(() => {
  const wanted = libraries.flatMap((library) => matrix.map((one) => ({ library, one })));
  const programs = wanted.map(
    ({ library, one: { experiment, run } }) =>
      `import stand_ins\n${codeOf(experiment, { for: library, run, trace: true })}`,
  );
  const results = runPrograms(programs);
  printed = new Map(wanted.map(({ library, one }, i) => [keyOf(library, one), results[i]]));
});

describe.each(libraries)('every row of a run by the code for %s, on stand-ins, is the float64 trace', (library) => {
  test.each(matrix.map((one) => [one.title, one] as const))('%s', (_, one) => {
    const result = printed.get(keyOf(library, one));
    if (!result || 'failed' in result) throw new Error(result?.failed ?? 'not run');
    const rows = JSON.parse(result.printed) as (number | null)[][];
    const wanted = referenceRows(one);
    expect(rows).toHaveLength(wanted.length);
    expect(Math.max(...distances(rows, wanted))).toBeLessThanOrEqual(LIMIT);
  });
});

test('Python can parse the code of every run of the lessons, for every library', () => {
  const texts = [...lessonCases, ...matrix].flatMap(({ experiment, run }) =>
    codeTargets
      .filter((target) => target !== 'notebook')
      .map((target) => codeOf(experiment, { for: target, run, trace: false })),
  );
  const [result] = runPrograms([
    `import ast, json\nfor text in json.loads(${JSON.stringify(JSON.stringify(texts))}):\n    ast.parse(text)`,
  ]);
  expect(result).toEqual({ printed: '' });
});
