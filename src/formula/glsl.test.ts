import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Code, compileLoss, linearize, operators, type OperatorName } from './index';
import { glslNumber, glslOperand, glslPrelude, glslStatements } from './glsl';
import { operatorGlsl } from './operatorGlsl';
import { formulas, operatorNames } from './testing/arbitrary';
import { glslValue } from './testing/glslInJavaScript';

/* Shaders run on a graphics card; their text is run here, as JavaScript and in float64, beside the operators themselves. */

/** Polynomials of shaders are right to about 24 bits. */
const NEAR = 4e-7;

const isNear = (value: number, wanted: number): boolean =>
  Object.is(value, wanted) || value === wanted || Math.abs(value - wanted) <= NEAR * Math.max(Math.abs(wanted), 1e-6);

const numbers = [
  [-1e5, -100, -20, -11, -7, -3, -2.5, -2, -1.5, -1.2, -1, -0.95, -0.7, -0.5, -0.42, -0.3, -0.1, -1e-3, -1e-6],
  [
    0, 1e-6, 1e-3, 0.1, 0.3, 0.38, 0.42, 0.5, 0.64, 0.66, 0.7, 0.95, 1, 1.2, 1.34, 1.36, 1.5, 2, 2.5, 3, 7, 11, 20, 100,
    1e5,
  ],
  [-Infinity, Infinity, NaN],
].flat();

/** Numbers for each argument; all combinations of them are tried. */
function argumentsOf(name: OperatorName): number[][] {
  const { arity } = operators[name];
  if (arity === 1) return numbers.map((x) => [x]);
  const few = [-Infinity, -3, -2.5, -1, -0.5, 0, 0.5, 1, 2, 3, Infinity, NaN];
  // Shaders know no power of -Infinity whose exponent is not whole, which C has: 0 or Infinity.
  const isLeftOut = (a: number, b: number) => name === 'pow' && a === -Infinity && Number.isFinite(b) && b % 1 !== 0;
  if (arity === 2) return few.flatMap((a) => few.filter((b) => !isLeftOut(a, b)).map((b) => [a, b]));
  const fewer = [-2, 0, 0.5, 3, NaN];
  return fewer.flatMap((a) => fewer.flatMap((b) => fewer.map((c) => [a, b, c])));
}

describe('the GLSL of an operator computes what the operator does', () => {
  it.each(operatorNames)('%s', (name) => {
    const points = argumentsOf(name);
    const text = operatorGlsl[name](...['a', 'b', 'c'].slice(0, operators[name].arity));
    const found = glslValue(
      glslPrelude,
      `(${JSON.stringify(points.map((point) => point.map(String)))})
      .map((point) => { const [a, b, c] = point.map(Number); return ${text}; })`,
    ) as number[];
    points.forEach((point, i) => {
      const wanted = operators[name].evaluate(...point);
      const value = found[i] ?? 77;
      expect(isNear(value, wanted), `${name}(${point.join(', ')}): ${value}, not ${wanted}`).toBe(true);
    });
  });
});

/** Operators whose float64 results are the same in both, to the last bit. */
const exact = ['add', 'sub', 'mul', 'div', 'neg', 'abs', 'lt', 'le', 'gt', 'ge', 'eq', 'ne', 'if', 'floor'] as const;

it('statements compute a formula', () => {
  fc.assert(
    fc.property(
      formulas({ names: ['x', 'y'], operators: exact, numbers: fc.integer({ min: 0, max: 99 }) }),
      fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })),
      (formula, [x, y]) => {
        const { graph, loss } = compileLoss(formula, ['x', 'y']);
        const code = new Code(graph, [[loss]]);
        const registers = code.registers('float64');
        [registers[graph.input('x')], registers[graph.input('y')]] = [x, y];
        code.run(registers);
        const [ids = []] = linearize(graph, [[loss]]);
        const input = (name: string) => `inputs.${name}`;
        const statements = glslStatements(graph, ids, 'k', input);
        const value = glslValue(
          `${glslPrelude}const inputs = { x: ${x}, y: ${y} };\n${statements}`,
          glslOperand(graph, loss, 'k', input),
        );
        expect(isNear(Number(value), registers[loss] ?? 77)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

describe('a number', () => {
  it.each([
    [1, '1.0'],
    [0, '0.0'],
    [-2, '(-2.0)'],
    [0.5, '0.5'],
    [123456789, '123456789.0'],
    [1e10, '1.00000000e+10'],
    [-1e-9, '(-1.00000000e-9)'],
    [NaN, 'os_nan()'],
    [Infinity, 'os_inf()'],
    [1e39, 'os_inf()'],
    [-1e39, '(-os_inf())'],
  ])('%d is %s', (value, text) => {
    expect(glslNumber(value)).toBe(text);
  });

  it('reads back as the same float32, and never as a whole number of GLSL', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = glslNumber(value);
        expect(text).toMatch(/[.e]/);
        expect(Math.fround(Number(text.replace(/[()]/g, '')))).toBe(value + 0);
      }),
    );
  });
});
