import fc from 'fast-check';
import type { BigNumber } from 'mathjs';
import { describe, expect, it } from 'vitest';
import {
  Code,
  compileLoss,
  hessianOf,
  parseExpression,
  print,
  type Expression,
  type LossProgram,
  type NodeId,
  type OperatorName,
} from './index';
import { derivativeProgram } from './curvature';
import { nameNode } from './syntax';
import { applyNode, formulas, type FormulaShape } from './testing/arbitrary';
import { big, decimal, decimalRegisters, decimalValues, mathjsDecimal, mathjsDerivative } from './testing/oracle';

/*
 * Derivatives are compared in decimals of 80 digits, where a difference quotient with a step of 1e-30 is good to dozens
 * of digits: what remains is whether the derivative is right, with no margin for rounding to hide in. That float64
 * registers compute these graphs is tested beside this file.
 */
const parameters = ['x', 'y'] as const;
type Point = Readonly<Record<(typeof parameters)[number], number>>;
const coordinate = fc.integer({ min: -3000, max: 3000 }).map((thousandths) => thousandths / 1000);
const points: fc.Arbitrary<Point> = fc.record({ x: coordinate, y: coordinate });
const STEP = decimal.bignumber('1e-30');
const CLOSE = decimal.bignumber('1e-20');

interface Prepared extends LossProgram {
  /** What mathjs reads: the formula with a name for every number but whole exponents. */
  readonly text: string;
  readonly inputs: ReadonlyMap<string, BigNumber>;
  readonly hessian: readonly (readonly NodeId[])[];
}

/** Numbers become inputs, so that no constant is computed in float64 while the program is built. */
function prepare(formula: Expression, point: Point): Prepared {
  const constants = new Map<string, number>();
  const named = (e: Expression): Expression => {
    if (e.kind === 'number') {
      const name = `c${constants.size}`;
      constants.set(name, e.value);
      return nameNode(name);
    }
    if (e.kind !== 'apply') return e;
    const whole = (arg: Expression | undefined) => arg?.kind === 'number' && Number.isInteger(arg.value);
    return applyNode(
      e.operator,
      ...e.args.map((arg, i) => (e.operator === 'pow' && i === 1 && whole(arg) ? arg : named(arg))),
    );
  };
  const expression = named(formula);
  const program = compileLoss(expression, parameters, [...constants.keys()]);
  const inputs = new Map([...constants, ...Object.entries(point)].map(([name, value]) => [name, big(value)]));
  return { ...program, text: print(expression), inputs, hessian: hessianOf(program) };
}

/** Where every number on the way is finite, of ordinary size and off every kink: elsewhere there is nothing to compare. */
function isTame({ graph, inputs, loss, gradient, hessian }: Prepared): boolean {
  // float64 first: it is quick to say that a number is huge, which decimals are not.
  const code = new Code(graph, [[loss, ...gradient, ...hessian.flat()]]);
  const registers = code.registers('float64');
  for (const [name, value] of inputs) registers[graph.input(name)] = value.toNumber();
  code.run(registers);
  if (!registers.every((value) => Math.abs(value) < 1e6)) return false;
  const values = decimalRegisters(graph, inputs);
  return graph.nodes.every(
    (node) =>
      node.kind !== 'apply' ||
      !onKink(
        node.operator,
        node.args.map((arg) => values[arg] as BigNumber),
      ),
  );
}

/** Whether an operator is where its formula changes or its domain ends, or closer to there than the steps taken. */
function onKink(operator: OperatorName, args: readonly BigNumber[]): boolean {
  const [a = big(0), b = big(0), c = big(0)] = args;
  const touch = (p: BigNumber, q: BigNumber) => p.sub(q).abs().lt(CLOSE);
  if (operator === 'floor') return touch(a, a.round());
  if (operator === 'round') return touch(a.mul(2), a.mul(2).round());
  if (operator === 'mod') return touch(a.div(b), a.div(b).round());
  if (changesAtOne.has(operator)) return touch(a.abs(), big(1));
  if (operator === 'clamp') return touch(a, b) || touch(a, c) || touch(b, c);
  if (changesAtZero.has(operator)) return touch(a, big(0));
  return changesAtTie.has(operator) && touch(a, b);
}
const changesAtZero: ReadonlySet<OperatorName> = new Set(['abs', 'sign', 'relu', 'sqrt', 'cbrt', 'pow', 'if']);
const changesAtOne: ReadonlySet<OperatorName> = new Set(['asin', 'acos', 'acosh', 'atanh']);
const changesAtTie: ReadonlySet<OperatorName> = new Set(['min', 'max', 'lt', 'le', 'gt', 'ge', 'eq', 'ne']);

/** The central difference quotient of `f` along one name. */
function difference(f: (inputs: Prepared['inputs']) => BigNumber, inputs: Prepared['inputs'], name: string): BigNumber {
  const at = (shift: BigNumber) => f(new Map([...inputs, [name, (inputs.get(name) ?? big(Number.NaN)).add(shift)]]));
  return at(STEP).sub(at(STEP.neg())).div(STEP).div(2);
}

const near = (a: BigNumber, b: BigNumber, tolerance: number): boolean =>
  a
    .sub(b)
    .abs()
    .lte(decimal.bignumber(tolerance).mul(a.abs().add(1)));

const numbers = fc.integer({ min: 0, max: 5000 }).map((thousandths) => thousandths / 1000);
const smooth: FormulaShape = {
  names: parameters,
  operators: [
    'add',
    'sub',
    'mul',
    'div',
    'pow',
    'neg',
    'sqrt',
    'exp',
    'log',
    'sin',
    'cos',
    'tan',
    'tanh',
    'asin',
    'acos',
    'atan',
    'sinh',
    'cosh',
    'asinh',
    'acosh',
    'atanh',
    'log10',
  ] satisfies OperatorName[],
  numbers,
  depth: 3,
};
const whole: FormulaShape = { names: parameters, numbers, depth: 3 };

/** Part by which two ways may differ: a graph folds what is constant, such as cos(x^0), in float64 and not in 80 digits. */
const FOLDED = 1e-12;

describe('the gradient of a random formula', () => {
  it('is its difference quotient, over the whole table', () => {
    fc.assert(
      fc.property(formulas(whole), points, (formula, point) => {
        const program = prepare(formula, point);
        fc.pre(isTame(program));
        const ours = decimalValues(program.graph, program.inputs, program.gradient);
        const f = mathjsDecimal(program.text);
        parameters.forEach((name, i) => {
          const theirs = difference(f, program.inputs, name);
          expect(
            near(theirs, ours[i] as BigNumber, 1e-9),
            `d/d${name} ${program.text}: ${String(ours[i])}, not ${String(theirs)}`,
          ).toBe(true);
        });
      }),
      { numRuns: 400 },
    );
  });

  it("is mathjs's symbolic derivative, where everything is smooth", () => {
    fc.assert(
      fc.property(formulas(smooth), points, (formula, point) => {
        const program = prepare(formula, point);
        fc.pre(isTame(program));
        const ours = decimalValues(program.graph, program.inputs, program.gradient);
        parameters.forEach((name, i) => {
          const theirs = mathjsDerivative(program.text, name)(program.inputs);
          // Its rule for a variable exponent goes through the logarithm of the base, which a negative base has not.
          if (!theirs.isFinite()) return;
          expect(
            near(theirs, ours[i] as BigNumber, FOLDED),
            `d/d${name} ${program.text}: ${String(ours[i])}, not ${String(theirs)}`,
          ).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('the Hessian of a random formula', () => {
  it('is the difference quotient of the gradient, and symmetric', () => {
    fc.assert(
      fc.property(formulas(whole), points, (formula, point) => {
        const program = prepare(formula, point);
        fc.pre(isTame(program));
        const hessian = program.hessian.map((row) => decimalValues(program.graph, program.inputs, row));
        program.gradient.forEach((component, i) => {
          const f = (inputs: Prepared['inputs']) => decimalValues(program.graph, inputs, [component])[0] as BigNumber;
          parameters.forEach((name, j) => {
            const theirs = difference(f, program.inputs, name);
            const ours = hessian[i]?.[j] as BigNumber;
            expect(
              near(theirs, ours, 1e-9),
              `d2/d${parameters[i] ?? ''}d${name} ${program.text}: ${String(ours)}, not ${String(theirs)}`,
            ).toBe(true);
            expect(near(ours, hessian[j]?.[i] as BigNumber, FOLDED), `symmetry of ${program.text}`).toBe(true);
          });
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('second derivatives that rules read, of a random formula', () => {
  it('are the difference quotient of the gradient along a direction, and those of its components along their axes', () => {
    fc.assert(
      fc.property(formulas(whole), points, points, (formula, point, direction) => {
        const prepared = prepare(formula, point);
        const [product, diagonal] = [derivativeProgram(prepared, 'product'), derivativeProgram(prepared, 'diagonal')];
        const along = parameters.map((name) => big(direction[name]));
        const inputs = new Map([
          ...prepared.inputs,
          ...along.map((value, i) => [product.parameters[parameters.length + i] ?? '', value] as const),
        ]);
        const program = { ...prepared, inputs };
        fc.pre(isTame(program));
        const slopes = (at: Prepared['inputs']) => decimalValues(program.graph, at, program.gradient);
        const moved = (by: readonly BigNumber[]) =>
          slopes(
            new Map([...inputs, ...parameters.map((name, i) => [name, big(point[name]).add(by[i] ?? 0)] as const)]),
          );
        const quotient = (v: readonly BigNumber[]) => {
          const [after, before] = [moved(v.map((x) => x.mul(STEP))), moved(v.map((x) => x.mul(STEP).neg()))];
          return after.map((x, i) =>
            x
              .sub(before[i] ?? 0)
              .div(STEP)
              .div(2),
          );
        };
        decimalValues(program.graph, inputs, product.gradient).forEach((ours, i) => {
          const theirs = quotient(along)[i] as BigNumber;
          expect(near(theirs, ours, 1e-9), `${program.text}: ${String(ours)}, not ${String(theirs)}`).toBe(true);
        });
        decimalValues(program.graph, inputs, diagonal.gradient).forEach((ours, i) => {
          const theirs = quotient(parameters.map((_, j) => big(Number(i === j))))[i] as BigNumber;
          expect(near(theirs, ours, 1e-9), `${program.text}: ${String(ours)}, not ${String(theirs)}`).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('a gradient in float64', () => {
  it('Rosenbrock and its Hessian, by hand', () => {
    const program = compileLoss(parseExpression('(1 - x)^2 + 100*(y - x^2)^2'), ['x', 'y']);
    const [x, y] = [-1.5, 2.5];
    const hessian = hessianOf(program);
    expect(numbersAt(program, [...program.gradient, ...hessian.flat()], [x, y])).toEqual([
      -2 * (1 - x) - 400 * x * (y - x * x),
      200 * (y - x * x),
      2 - 400 * (y - x * x) + 800 * x * x,
      -400 * x,
      -400 * x,
      200,
    ]);
  });
});

/** Values of some nodes at a point given in the order of the parameters. */
function numbersAt(program: LossProgram, wanted: readonly NodeId[], point: readonly number[]): number[] {
  const code = new Code(program.graph, [wanted]);
  const registers = code.registers('float64');
  program.parameters.forEach((name, i) => (registers[program.graph.input(name)] = point[i] ?? Number.NaN));
  code.run(registers);
  return wanted.map((id) => registers[id] ?? Number.NaN);
}

describe('kinks follow PyTorch', () => {
  // formula over x, y; point; derivatives by x and y.
  const cases: [string, [number, number], [number, number]][] = [
    ['abs(x)', [0, 0], [0, 0]],
    ['abs(x)', [-2, 0], [-1, 0]],
    ['relu(x)', [0, 0], [0, 0]],
    ['relu(x)', [1e-300, 0], [1, 0]],
    ['min(x, y)', [2, 2], [0.5, 0.5]],
    ['max(x, y)', [2, 2], [0.5, 0.5]],
    ['min(x, y)', [1, 2], [1, 0]],
    ['max(x, y)', [1, 2], [0, 1]],
    ['max(x, x)', [1, 0], [1, 0]],
    ['max(x, 3)', [3, 0], [0.5, 0]],
    ['floor(x)', [2, 0], [0, 0]],
    ['floor(x)', [2.5, 0], [0, 0]],
    ['round(x)*y', [0.5, 3], [0, 0]],
    ['mod(x, y)', [7, 2], [1, -3]],
    ['mod(x, y)', [-7, 2], [1, 4]],
    ['asin(x)', [1, 0], [Infinity, 0]],
    ['acos(x)', [-1, 0], [-Infinity, 0]],
    ['cbrt(x)', [0, 0], [Infinity, 0]],
    ['float32(x)*y', [0.1, 3], [3, Math.fround(0.1)]],
    ['sign(x)*y', [0, 5], [0, 0]],
    ['sign(x)*y', [-3, 5], [0, -1]],
    ['(x < y) + 2*(x >= y)', [1, 1], [0, 0]],
    ['clamp(x, -1, 1)', [1, 0], [1, 0]],
    ['clamp(x, -1, 1)', [-1, 0], [1, 0]],
    ['clamp(x, -1, 1)', [1.5, 0], [0, 0]],
    ['clamp(x, y, 9)', [1, 2], [0, 1]],
    ['clamp(x, 0, y)', [5, 2], [0, 1]],
    // Bounds that have crossed: the upper one is the value.
    ['clamp(0, x, y)', [2, 1], [0, 1]],
    ['clamp(1.5, x, y)', [2, 1], [0, 1]],
    ['sqrt(x)', [0, 0], [Infinity, 0]],
    ['x^y', [0, 2], [0, 0]],
    ['x^y', [0, 1], [1, 0]],
    ['x^y', [0, 0], [0, 0]],
    ['x^y', [2, 0], [0, Math.LN2]],
    ['x^y', [0, -1], [-Infinity, -Infinity]],
    ['if(x > 0, x^2, 3*y)', [0, 1], [0, 3]],
  ];
  it.each(cases)('%s at %j', (text, point, expected) => {
    const program = compileLoss(parseExpression(text), ['x', 'y']);
    expect(numbersAt(program, program.gradient, point).map((value) => value + 0)).toEqual(expected);
  });

  it('a power keeps its mixed second derivative where the exponent is 0', () => {
    const program = compileLoss(parseExpression('x^y'), ['x', 'y']);
    expect(numbersAt(program, hessianOf(program).flat(), [4, 0]).map((value) => value + 0)).toEqual([
      0,
      0.25,
      0.25,
      Math.log(4) ** 2,
    ]);
  });
});
