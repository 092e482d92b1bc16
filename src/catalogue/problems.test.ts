import { describe, expect, test } from 'vitest';
import { compileLoss, Code, evaluate, hessianOf, parseExpression } from '../formula';
import { problems } from '.';
import type { DataProblem, FunctionProblem } from '.';
import { mean, testRandomSource } from './testing/randomSource';
import { defaultSettings } from './testing/models';

const functions = problems.filter((problem) => problem.kind === 'function');

function functionOf(id: string): FunctionProblem {
  const found = functions.find((problem) => problem.id === id);
  if (!found) throw new RangeError(`no function ${id}`);
  return found;
}

const defaultsOf = (problem: FunctionProblem) =>
  Object.fromEntries(Object.entries(problem.constants).map(([name, setting]) => [name, setting.default]));

/** The loss as a function of a point, with these values of the problem's constants. */
function lossOf(problem: FunctionProblem, constants = defaultsOf(problem)): (point: readonly number[]) => number {
  const expression = parseExpression(problem.loss);
  return (point) =>
    evaluate(expression, {
      ...constants,
      ...Object.fromEntries(problem.parameters.map((name, i) => [name, point[i] ?? Number.NaN])),
    });
}

const minimaOf = (problem: FunctionProblem, constants = defaultsOf(problem)) =>
  problem.minima.map((point) => point.map((text) => evaluate(parseExpression(text), constants)));

function centralDifferences(f: (point: readonly number[]) => number, point: readonly number[]): number[] {
  const h = 1e-5;
  const moved = (i: number, by: number) => f(point.map((value, j) => (i === j ? value + by : value)));
  return point.map((_, i) => (moved(i, h) - moved(i, -h)) / (2 * h));
}

/** Sixteen unit vectors around the circle, or the two along a line. */
function directions(dimensions: number): number[][] {
  if (dimensions === 1) return [[-1], [1]];
  return Array.from({ length: 16 }, (_, k) => [Math.cos((k * Math.PI) / 8), Math.sin((k * Math.PI) / 8)]);
}

/** The values that the literature gives, and how many minimisers share them. */
const MINIMA: Readonly<Record<string, readonly [value: number, count: number]>> = {
  square: [0, 1],
  quadratic: [0, 1],
  rosenbrock: [0, 1],
  beale: [0, 1],
  booth: [0, 1],
  matyas: [0, 1],
  himmelblau: [0, 4],
  rastrigin: [0, 1],
  ackley: [0, 1],
  'styblinski-tang': [-78.33233140754282, 1],
  'three-hump-camel': [0, 1],
  'six-hump-camel': [-1.0316284534898774, 2],
  mccormick: [-1.9132229549810367, 1],
  'goldstein-price': [3, 1],
  'levi-13': [0, 1],
  easom: [-1, 1],
  saddle: [Number.NaN, 0],
  'monkey-saddle': [Number.NaN, 0],
};

// Of a loss that changes with t the mean is plotted, which may be smallest at the edge of its domain: reddi.test.ts.
describe.each(
  functions.filter(({ objective }) => objective === undefined).map((problem) => [problem.id, problem] as const),
)('%s', (id, problem) => {
  const f = lossOf(problem);
  const [value, count] = MINIMA[id] ?? [Number.NaN, Number.NaN];

  test('has the minima that it is known for', () => {
    const minima = minimaOf(problem);
    expect(minima.length).toBe(count);
    for (const point of minima) {
      expect(f(point)).toBeCloseTo(value, 12);
      for (const slope of centralDifferences(f, point)) expect(slope).toBeCloseTo(0, 6);
    }
  });

  test('is higher all around each of them', () => {
    for (const point of minimaOf(problem)) {
      for (const direction of directions(problem.parameters.length)) {
        const near = point.map((coordinate, i) => coordinate + 0.01 * (direction[i] ?? 0));
        expect(f(near)).toBeGreaterThan(f(point));
      }
    }
  });
});

describe('published points', () => {
  test.each([
    [
      'himmelblau',
      [
        [3, 2],
        [-2.805118, 3.131312],
        [-3.77931, -3.283186],
        [3.584428, -1.848126],
      ],
    ],
    ['styblinski-tang', [[-2.903534, -2.903534]]],
    [
      'six-hump-camel',
      [
        [0.0898, -0.7126],
        [-0.0898, 0.7126],
      ],
    ],
    ['mccormick', [[-0.54719, -1.54719]]],
    ['easom', [[Math.PI, Math.PI]]],
    ['beale', [[3, 0.5]]],
    ['booth', [[1, 3]]],
    ['goldstein-price', [[0, -1]]],
    ['levi-13', [[1, 1]]],
  ])('%s', (id, points) => {
    minimaOf(functionOf(id)).forEach((point, k) => {
      point.forEach((value, i) => expect(Math.abs(value - (points[k]?.[i] ?? Number.NaN))).toBeLessThan(1e-4));
    });
  });

  test('the minimum of Rosenbrock follows its constants', () => {
    const constants = { a: -1.5, b: 7 };
    const [point = []] = minimaOf(functionOf('rosenbrock'), constants);
    expect(point).toEqual([-1.5, 2.25]);
    expect(lossOf(functionOf('rosenbrock'), constants)(point)).toBe(0);
  });
});

describe('curvature', () => {
  /** Eigenvalues of a symmetric 2x2 matrix, larger first. */
  function eigenvalues(id: string, point: readonly number[]): [number, number] {
    const problem = functionOf(id);
    const constants = defaultsOf(problem);
    const program = compileLoss(parseExpression(problem.loss), problem.parameters, Object.keys(constants));
    const nodes = hessianOf(program).flat();
    const code = new Code(program.graph, [nodes]);
    const registers = code.registers('float64');
    problem.parameters.forEach((name, i) => (registers[program.graph.input(name)] = point[i] ?? Number.NaN));
    for (const [name, value] of Object.entries(constants)) registers[program.graph.input(name)] = value;
    code.run(registers);
    const [a = 0, b = 0, , d = 0] = nodes.map((node) => registers[node]);
    const spread = Math.hypot((a - d) / 2, b);
    return [(a + d) / 2 + spread, (a + d) / 2 - spread];
  }

  test.each([
    ['booth', [1, 3], 18, 2, 10],
    ['rosenbrock', [1, 1], 1001.6, 0.39936, 2],
    ['quadratic', [0, 0], 25, 1, 12],
    ['matyas', [0, 0], 1, 0.04, 12],
    ['saddle', [0, 0], 2, -2, 12],
    ['monkey-saddle', [0, 0], 0, 0, 12],
  ] as const)('%s', (id, point, larger, smaller, digits) => {
    const [high, low] = eigenvalues(id, point);
    expect(high).toBeCloseTo(larger, digits);
    expect(low).toBeCloseTo(smaller, id === 'rosenbrock' ? 5 : digits);
  });
});

describe('linear regression', () => {
  const problem = problems.find((p): p is DataProblem => p.kind === 'data' && p.id === 'linear-regression');
  if (!problem) throw new RangeError('no linear-regression');
  const model = problem.model(defaultSettings(problem));
  const settings = { samples: 20_000, weight1: 2, weight2: -3.4, bias: 4.2, noise: 0.01 };

  const sample = (changes: Partial<typeof settings>, seed = 1) =>
    problem.sample({ ...settings, ...changes }, testRandomSource(seed));

  test('defaults are those of the curriculum', () => {
    expect(defaultSettings(problem)).toEqual({ ...settings, samples: 1000, scale: 1, standardize: 0, validation: 0 });
    expect(problem.epochs).toBe(3);
  });

  test('features are standard normal and independent, labels the line plus noise', () => {
    const {
      columns: [x1, x2, y],
      size,
    } = sample({ noise: 0.5 });
    if (!x1 || !x2 || !y) throw new RangeError('columns are missing');
    expect([size, x1.length, x2.length, y.length]).toEqual([20_000, 20_000, 20_000, 20_000]);
    const noise = y.map((value, i) => value - (2 * (x1[i] ?? 0) - 3.4 * (x2[i] ?? 0) + 4.2));
    // Standard errors of a mean, and of a product, of 20,000 samples are 0.007: five of them.
    for (const column of [x1, x2]) {
      expect(Math.abs(mean(column))).toBeLessThan(0.035);
      expect(Math.abs(mean(column.map((v) => v * v)) - 1)).toBeLessThan(0.05);
      expect(Math.abs(mean(column.map((v) => v ** 4)) - 3)).toBeLessThan(0.35);
    }
    expect(Math.abs(mean(x1.map((v, i) => v * (x2[i] ?? 0))))).toBeLessThan(0.035);
    expect(Math.abs(mean(noise))).toBeLessThan(0.018);
    expect(Math.abs(mean(noise.map((v) => v * v)) - 0.25)).toBeLessThan(0.0125);
  });

  test('without noise the true parameters have loss 0', () => {
    const {
      columns: [x1, x2, y],
    } = sample({ samples: 50, noise: 0 });
    const loss = parseExpression(model.loss);
    for (let i = 0; i < 50; i += 1) {
      const at = {
        w1: 2,
        w2: -3.4,
        b: 4.2,
        x1: x1?.[i] ?? Number.NaN,
        x2: x2?.[i] ?? Number.NaN,
        y: y?.[i] ?? Number.NaN,
      };
      expect(evaluate(loss, at)).toBe(0);
    }
  });

  test('the prediction is what the loss compares with the label', () => {
    const at = { w1: 0.3, w2: -1.7, b: 2.5, x1: -0.4, x2: 1.9, y: 0.8 };
    const residual = evaluate(parseExpression(model.prediction ?? ''), at) - at.y;
    expect(evaluate(parseExpression(model.loss), at)).toBeCloseTo(residual ** 2 / 2, 14);
  });

  test('more samples, other weights and other noise leave the features as they were', () => {
    const few = sample({ samples: 10 });
    const [x1, x2, y] = few.columns;
    const many = sample({ samples: 100 });
    expect(many.columns.map((column) => column.slice(0, 10))).toEqual([x1, x2, y]);
    expect(sample({ samples: 10, noise: 0, weight1: 7 }).columns.slice(0, 2)).toEqual([x1, x2]);
    expect(sample({ samples: 10 }, 2).columns[0]).not.toEqual(x1);
  });

  test('weights start near 0, the bias at 0', () => {
    const random = testRandomSource(3);
    const starts = Array.from({ length: 5000 }, () => problem.initial(model, random));
    const weights = starts.flatMap(([w1 = Number.NaN, w2 = Number.NaN]) => [w1, w2]);
    expect(Math.abs(mean(weights))).toBeLessThan(5e-4);
    expect(Math.abs(mean(weights.map((w) => w * w)) / 1e-4 - 1)).toBeLessThan(0.07);
    expect(starts.every(([, , b]) => b === 0)).toBe(true);
  });
});
