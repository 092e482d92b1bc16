import { beforeAll, describe, expect, test } from 'vitest';
import { methods } from '../catalogue';
import { loadMethods } from '../engine/methods/load';
import { codeOf } from './code';
import { determinedRows, distances, referenceRows, type Rows } from './testing/agreement';
import type { CodeCase } from './testing/cases';
import { evaluationsOf } from './testing/methodAgreement';
import { methodCases } from './testing/methodCases';
import { runPrograms } from './testing/python';
import { codeTargets } from './targets';

/* The programs of classical methods, run by PyTorch and, for JAX and Keras, on stand-ins. */

const LIMIT = 1e-9;
/** The most that the last digits may have moved a row that is still compared. */
const SHAKEN = 1e-11;

const libraries = ['pytorch', 'optax', 'keras'] as const;
type TestedLibrary = (typeof libraries)[number];

/** Counts what a program evaluates, from the start of its run on. */
const COUNTING = `
counts = {"value": 0, "gradient": 0, "hessian": 0}
def counted(name, function):
    def count(x):
        counts[name] += 1
        return function(x)
    return count
for name in counts:
    if name in globals():
        globals()[name] = counted(name, globals()[name])
`;

const countedCode = (library: TestedLibrary, { experiment, run }: CodeCase): string => {
  const code = codeOf(experiment, { for: library, run, trace: true });
  const [before, after, ...more] = code.split('\n# The run\n');
  if (after === undefined || more.length > 0) throw new Error('no run in the program');
  return `${library === 'pytorch' ? '' : 'import stand_ins\n'}${before}${COUNTING}${after}print(json.dumps(counts))\n`;
};

interface Printed {
  readonly rows: readonly (readonly (number | null)[])[];
  readonly counts: { readonly value: number; readonly gradient: number; readonly hessian: number };
}

const keyOf = (library: TestedLibrary, { title }: CodeCase): string => `${library} ${title}`;
let printed: ReadonlyMap<string, ReturnType<typeof runPrograms>[number] | undefined>;

beforeAll(async () => {
  await loadMethods();
  const wanted = libraries.flatMap((library) => methodCases.map((one) => ({ library, one })));
  const results = runPrograms(wanted.map(({ library, one }) => countedCode(library, one)));
  printed = new Map(wanted.map(({ library, one }, i) => [keyOf(library, one), results[i]]));
});

function printedBy(library: TestedLibrary, one: CodeCase): Printed {
  const result = printed.get(keyOf(library, one));
  if (!result || 'failed' in result) throw new Error(result?.failed ?? 'not run');
  const [rows = '', counts = '', ...rest] = result.printed.split('\n');
  expect(rest).toEqual(['']);
  return { rows: JSON.parse(rows) as Printed['rows'], counts: JSON.parse(counts) as Printed['counts'] };
}

/** What the page computes for a run: rows, how many of them float64 determines, and evaluations. */
const wanted = new Map<CodeCase, { rows: Rows; determined: number; counts: Printed['counts'] }>();

beforeAll(() => {
  for (const one of methodCases) {
    const rows = referenceRows(one);
    const { loss, gradient, hessian } = evaluationsOf(one.experiment);
    wanted.set(one, {
      rows,
      determined: determinedRows(one, rows, SHAKEN),
      counts: { value: loss, gradient, hessian },
    });
  }
});

function wantedOf(one: CodeCase) {
  const found = wanted.get(one);
  if (!found) throw new Error('not run');
  return found;
}

/** Whether a program makes all rows, by the evaluations of the page. */
function isSame(one: CodeCase, { rows, counts }: Printed): boolean {
  const page = wantedOf(one);
  const areRows = rows.length === page.rows.length && Math.max(...distances(rows, page.rows)) <= LIMIT;
  return areRows && Object.entries(page.counts).every(([name, count]) => counts[name as keyof typeof counts] === count);
}

describe.each(libraries)(
  'the code for %s evaluates as the page does and makes its rows, as far as float64 determines them',
  (library) => {
    test.each(methodCases.map((one) => [one.title, one] as const))('%s', (_, one) => {
      const printed = printedBy(library, one);
      if (isSame(one, printed)) return;
      const { rows, determined } = wantedOf(one);
      expect(determined, 'the rows that float64 determines').toBeLessThan(rows.length);
      expect(printed.rows.length).toBeGreaterThanOrEqual(determined);
      expect(Math.max(...distances(printed.rows, rows).slice(0, determined))).toBeLessThanOrEqual(LIMIT);
    });

    test('nearly all programs make all rows', () => {
      const same = methodCases.filter((one) => isSame(one, printedBy(library, one)));
      expect(same.length).toBeGreaterThan(0.9 * methodCases.length);
    });
  },
);

test('every method is compared on several problems', () => {
  expect(methodCases.length).toBeGreaterThanOrEqual(40);
  for (const { id } of methods)
    expect(methodCases.filter(({ experiment }) => experiment.runs[0]?.optimizer === id).length).toBeGreaterThan(6);
});

test('Python can parse every program, and one with a picture prints where it ended', () => {
  const chosen = methodCases.slice(0, 3 * methods.length);
  const texts = methodCases.flatMap(({ experiment, run }) =>
    codeTargets
      .filter((target) => target !== 'notebook')
      .map((target) => codeOf(experiment, { for: target, run, trace: false })),
  );
  const parsing = `import ast, json\nfor text in json.loads(${JSON.stringify(JSON.stringify(texts))}):\n    ast.parse(text)`;
  const pictures = chosen.map(({ experiment, run }) => codeOf(experiment, { for: 'pytorch', run, trace: false }));
  const [parsed, ...ends] = runPrograms([parsing, ...pictures]);
  expect(parsed).toEqual({ printed: '' });
  const end = expect.stringMatching(/^after \d+ iterations: loss \S+ at \[.+\]\n$/) as unknown;
  expect(ends).toEqual(pictures.map(() => ({ printed: end })));
});
