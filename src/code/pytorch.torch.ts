import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { evaluate } from '../formula';
import { formulas } from '../formula/testing/arbitrary';
import { loadMethods } from '../engine/methods/load';
import { codeOf } from './code';
import { pytorchOptimizers } from './libraries/pytorchOptimizers';
import { pythonOf, type Scope } from './python/expression';
import { determinedRows, distances, firstDifference, otherFormat, referenceRows } from './testing/agreement';
import { lessonCases, matrix, randomCases, type CodeCase } from './testing/cases';
import { runPrograms } from './testing/python';

/** Agreement: a parameter may be off by this part of the largest parameter of the path up to its row. */
const LIMIT = 1e-9;
/** The most that the last digits may have moved a run where it is still compared. */
const SHAKEN = 1e-11;

type Printed = readonly (readonly (number | null)[])[];

const traceCode = ({ experiment, run }: CodeCase): string => codeOf(experiment, { for: 'pytorch', run, trace: true });

/** Runs the code of all cases and parses what it printed: one line and nothing else. */
function rowsOf(cases: readonly CodeCase[]): Map<CodeCase, Printed | Error> {
  // Long runs first, so that the two processes end at about the same time.
  const order = [...cases].sort((a, b) => lengthOf(b) - lengthOf(a));
  const results = runPrograms(order.map(traceCode));
  return new Map(
    order.map((one, i) => {
      const result = results[i];
      if (!result || 'failed' in result) return [one, new Error(result?.failed ?? 'not run')];
      const lines = result.printed.split('\n');
      const isOneLine = lines.length === 2 && lines[1] === '';
      return [one, isOneLine ? (JSON.parse(lines[0] ?? '') as Printed) : new Error(`printed ${lines.length} lines`)];
    }),
  );
}

const lengthOf = ({ experiment }: CodeCase): number => experiment.steps ?? (experiment.epochs ?? 0) * 10;

let printed: ReadonlyMap<CodeCase, Printed | Error>;
const random = randomCases(1, 20);

beforeAll(async () => {
  await loadMethods();
  printed = rowsOf([...matrix, ...lessonCases, ...random]);
});

function rowsFor(one: CodeCase): Printed {
  const rows = printed.get(one);
  if (rows instanceof Error || rows === undefined) throw rows ?? new Error('not run');
  return rows;
}

describe('every row of a run by PyTorch is the float64 trace', () => {
  test.each(matrix.map((one) => [one.title, one] as const))('%s', (_, one) => {
    const wanted = referenceRows(one);
    const rows = rowsFor(one);
    expect(rows).toHaveLength(wanted.length);
    expect(Math.max(...distances(rows, wanted))).toBeLessThanOrEqual(LIMIT);
  });
});

describe('the code of the opening, the lessons and random experiments agrees as far as float64 determines the run', () => {
  test.each([...lessonCases, ...random].map((one) => [one.title, one] as const))('%s', (_, one) => {
    const wanted = referenceRows(one);
    const rows = rowsFor(one);
    const format = otherFormat(one);
    if (format) {
      expect(firstDifference(rows, wanted, format)?.units ?? 0).toBeLessThanOrEqual(4);
      return;
    }
    const apart = distances(rows, wanted);
    if (rows.length === wanted.length && Math.max(...apart) <= LIMIT) return;
    const determined = determinedRows(one, wanted, SHAKEN);
    expect(determined, 'the rows that float64 determines').toBeLessThan(wanted.length);
    expect(rows.length).toBeGreaterThanOrEqual(determined);
    expect(Math.max(...apart.slice(0, determined))).toBeLessThanOrEqual(LIMIT);
  });
});

test('a notebook is the same program in cells, and a program with a picture prints where the run ended', () => {
  const chosen = matrix.filter(({ title }) =>
    /^(problem (square|quadratic|reddi|network-fit)|optimizer lion)$/.test(title),
  );
  expect(chosen).toHaveLength(5);
  const inCells = ({ experiment, run }: CodeCase) => {
    const { cells } = JSON.parse(codeOf(experiment, { for: 'notebook', run, trace: true })) as {
      cells: { cell_type: string; source: string }[];
    };
    return cells.flatMap(({ cell_type, source }) => (cell_type === 'code' ? [source] : [])).join('\n\n');
  };
  const pictures = chosen.map(({ experiment, run }) => codeOf(experiment, { for: 'pytorch', run, trace: false }));
  const results = runPrograms([...chosen.map(inCells), ...pictures]);
  chosen.forEach((one, i) => {
    const inNotebook = results[i];
    if (!inNotebook || 'failed' in inNotebook) throw new Error(inNotebook?.failed);
    expect(JSON.parse(inNotebook.printed)).toEqual(rowsFor(one));
    const withPicture = results[chosen.length + i];
    if (!withPicture || 'failed' in withPicture) throw new Error(withPicture?.failed);
    const [, updates, end = ''] = /^after (\d+) updates: loss \S+ at (\[.*\])\n$/.exec(withPicture.printed) ?? [];
    const rows = rowsFor(one);
    expect({ updates: Number(updates), end: JSON.parse(end) as unknown }).toEqual({
      updates: rows.length - 1,
      end: rows.at(-1),
    });
  });
});

test('every function of the language and every bracket means in Python what it means here', () => {
  const names = ['x', 'y'];
  const values = { x: 1.375, y: -0.625 };
  const formulasTried = fc.sample(formulas({ names, depth: 4 }), { seed: 5, numRuns: 400 });
  const scope: Scope = {
    dialect: 'torch',
    name: (name) => (names.includes(name) ? { text: name, kind: 'tensor' } : undefined),
  };
  const texts = formulasTried.map((formula) => pythonOf(formula, scope));
  const [result] = runPrograms([
    `import ctypes, json, math, torch
def number(value):
    return torch.tensor(value, dtype=torch.float64)
def float32(value):
    return ctypes.c_float(value).value
x, y = number(${values.x}), number(${values.y})
found = []
for text in json.loads(${JSON.stringify(JSON.stringify(texts))}):
    try:
        value = float(eval(text))
        found.append(value if math.isfinite(value) else None)
    except (ValueError, ZeroDivisionError, OverflowError, TypeError):
        found.append("refused")
print(json.dumps(found))`,
  ]);
  if (!result || 'failed' in result) throw new Error(result?.failed);
  const found = JSON.parse(result.printed) as (number | null | 'refused')[];
  let compared = 0;
  formulasTried.forEach((formula, i) => {
    const value = evaluate(formula, values);
    // Python refuses numbers without a result, such as 1/0, and torch takes the sign of NaN for 0.
    if (found[i] === 'refused' || !Number.isFinite(value)) return;
    compared += 1;
    const digits = 9 - Math.ceil(Math.log10(Math.abs(value) + 1));
    expect([texts[i], found[i]]).toEqual([texts[i], expect.closeTo(value, digits)]);
  });
  expect(compared).toBeGreaterThan(250);
});

test("the table's defaults are those of the classes of torch.optim", () => {
  const [result] = runPrograms([
    'import inspect, json, torch\n' +
      'classes = [c for c in vars(torch.optim).values() if inspect.isclass(c)]\n' +
      'print(json.dumps({"torch.optim." + c.__name__: {n: p.default for n, p in inspect.signature(c).parameters.items()\n' +
      '    if isinstance(p.default, (bool, int, float, tuple))} for c in classes}))',
  ]);
  if (!result || 'failed' in result) throw new Error(result?.failed);
  const defaults = JSON.parse(result.printed) as Record<string, Record<string, unknown>>;
  for (const entry of Object.values(pytorchOptimizers)) {
    if ('differs' in entry) continue;
    for (const argument of entry.arguments)
      expect([entry.class, argument.name, defaults[entry.class]?.[argument.name]]).toEqual([
        entry.class,
        argument.name,
        argument.default,
      ]);
  }
});
