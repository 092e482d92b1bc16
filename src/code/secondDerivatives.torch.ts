import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Code, compileLoss, evaluate, parseExpression, print, type Expression } from '../formula';
import { derivativeProgram } from '../formula/curvature';
import { formulas } from '../formula/testing/arbitrary';
import { pythonOf, type Scope } from './python/expression';
import { runPrograms } from './testing/python';

/* Second derivatives against PyTorch's double backward: at kinks, and of random formulas. */

const names = ['x', 'y'];
const scope: Scope = {
  dialect: 'torch',
  name: (name) => (names.includes(name) ? { text: name, kind: 'tensor' } : undefined),
};

/** Our product with the Hessian along each axis, as rows, and our diagonal. */
function ours(formula: Expression, point: readonly number[]): { rows: number[][]; diagonal: number[] } {
  const loss = compileLoss(formula, names);
  const at = (of: 'product' | 'diagonal', given: readonly number[]) => {
    const { graph, parameters, gradient } = derivativeProgram(loss, of);
    const code = new Code(graph, [gradient]);
    const registers = code.registers('float64');
    parameters.forEach((name, i) => (registers[graph.input(name)] = given[i] ?? Number.NaN));
    code.run(registers);
    return gradient.map((node) => (registers[node] ?? Number.NaN) + 0);
  };
  const axes = names.map((_, i) => names.map((__, j) => Number(i === j)));
  return { rows: axes.map((axis) => at('product', [...point, ...axis])), diagonal: at('diagonal', point) };
}

/** PyTorch's Hessians, row by row; null where it has none. */
function torchs(cases: readonly (readonly [Expression, readonly number[]])[]): ((number | null)[][] | null)[] {
  const texts = cases.map(([formula, point]) => [pythonOf(formula, scope), point]);
  const [result] = runPrograms([
    `import ctypes, json, math, torch
def number(value):
    return torch.tensor(value, dtype=torch.float64)
def float32(value):
    return ctypes.c_float(value).value
found = []
for text, point in json.loads(${JSON.stringify(JSON.stringify(texts))}):
    def loss(p):
        x, y = p
        return number(0)*p.sum() + eval(text, {**globals(), "x": x, "y": y})
    try:
        rows = torch.autograd.functional.hessian(loss, number(point)).tolist()
        found.append([[value if math.isfinite(value) else None for value in row] for row in rows])
    except (ValueError, ZeroDivisionError, OverflowError, TypeError):
        found.append(None)
print(json.dumps(found))`,
  ]);
  if (!result || 'failed' in result) throw new Error(result?.failed);
  return JSON.parse(result.printed) as ((number | null)[][] | null)[];
}

const kinks: readonly (readonly [string, readonly number[]])[] = [
  ['abs(x)', [0, 0]],
  ['abs(x)*y', [0, 2]],
  ['x*abs(x)', [0, 0]],
  ['abs(x)^3', [0, 0]],
  ['relu(x)^2', [0, 0]],
  ['relu(x)*x', [0, 0]],
  ['relu(x*y)', [0, 3]],
  ['max(x, y)^2', [2, 2]],
  ['min(x^2, y)', [1, 1]],
  ['max(x^2, y^2)', [2, -2]],
  ['clamp(x, -1, 1)^2', [1, 0]],
  ['clamp(x^2, -1, 1)', [1, 0]],
  ['sign(x)*x^2', [0, 1]],
  ['floor(x)*x^2', [2, 1]],
  ['mod(x, y)^2', [7, 2]],
  ['if(x > 0, x^2, 3*x^2)', [0, 1]],
  ['if(x > 0, x^3, y^2)', [0, 1]],
  ['x^2.5', [0, 1]],
  ['x^y', [2, 3]],
  ['x^y', [0, 3]],
  ['(x^2)^1.5', [0, 0]],
];

test('at kinks they are those of PyTorch', () => {
  const cases = kinks.map(([text, point]) => [parseExpression(text, names), point] as const);
  const found = torchs(cases);
  cases.forEach(([formula, point], i) => {
    const { rows, diagonal } = ours(formula, point);
    const [text] = kinks[i] ?? [''];
    const asPrinted = rows.map((row) => row.map((value) => (Number.isFinite(value) ? value : null)));
    expect([text, asPrinted]).toEqual([text, found[i]?.map((row) => row.map((value) => value && value + 0))]);
    // A product with an axis is no number where another entry of the row is infinite; the diagonal is then a number still.
    diagonal.forEach((value, k) => {
      if (Number.isFinite(rows[k]?.[k])) expect(value).toEqual(rows[k]?.[k]);
    });
  });
});

test('of random formulas they are those of PyTorch', () => {
  const point = [1.375, -0.625] as const;
  const cases = fc
    .sample(formulas({ names, depth: 3 }), { seed: 7, numRuns: 300 })
    // PyTorch rounds the slope through float32 as well; ours is that of x.
    .filter((formula) => !print(formula).includes('float32'))
    // Where the loss is no number, neither is any derivative of it.
    .filter((formula) => Number.isFinite(evaluate(formula, { x: point[0], y: point[1] })))
    .map((formula) => [formula, point] as const);
  const found = torchs(cases);
  let compared = 0;
  cases.forEach(([formula], i) => {
    const theirs = found[i];
    const { rows, diagonal } = ours(formula, point);
    if (!theirs || ![...rows.flat(), ...theirs.flat()].every((value) => value !== null && Number.isFinite(value)))
      return;
    compared += 1;
    const size = Math.max(1, ...rows.flat().map(Math.abs));
    rows.forEach((row, k) =>
      row.forEach((value, j) => expect(Math.abs(value - (theirs[k]?.[j] ?? Number.NaN)) / size).toBeLessThan(1e-9)),
    );
    diagonal.forEach((value, k) => expect(Math.abs(value - (theirs[k]?.[k] ?? Number.NaN)) / size).toBeLessThan(1e-9));
  });
  expect(compared).toBeGreaterThan(150);
});
