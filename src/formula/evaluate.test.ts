import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Code, compileLoss, evaluate, operators, parseExpression, print, type Expression } from './index';
import { nameNode } from './syntax';
import { applyNode, formulas, numberNode, operatorNames, withoutPositions } from './testing/arbitrary';
import { big, mathjsValue } from './testing/oracle';

const names = ['x', 'y', 'w1'] as const;
const coordinate = fc.oneof(
  fc.integer({ min: -4, max: 4 }),
  fc.double({ min: -50, max: 50, noNaN: true }),
  fc.double(),
);
const points = fc.record({ x: coordinate, y: coordinate, w1: coordinate });

/**
 * Whether the sign of a zero decides the value: the graph may turn 0 + -0 into -0, by design, and only a quotient or a
 * power tells the two apart.
 */
function dependsOnSignOfZero(formula: Expression, point: Readonly<Record<(typeof names)[number], number>>): boolean {
  const { graph, loss } = compileLoss(formula, names);
  const registers = new Code(graph, [[loss]]).registers('float64');
  for (const name of names) registers[graph.input(name)] = point[name];
  new Code(graph, [[loss]]).run(registers);
  return graph.nodes.some(
    (node) =>
      node.kind === 'apply' &&
      ((node.operator === 'div' && registers[node.args[1] ?? -1] === 0) ||
        (node.operator === 'pow' && registers[node.args[0] ?? -1] === 0)),
  );
}

/** Equal numbers, the sign of a zero aside. */
const same = (a: number, b: number): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));

describe('printing', () => {
  it('a printed formula reads back as the same tree', () => {
    fc.assert(
      fc.property(formulas({ names: ['x', 'beta1', 'a_b', 'constructor', 'pi', 'add'] }), (formula) => {
        expect(withoutPositions(parseExpression(print(formula)))).toEqual(formula);
      }),
      { numRuns: 500 },
    );
  });
});

describe('float64 values against mathjs', () => {
  // A power with a small whole exponent is computed by products, which round differently: two tests of their own below.
  const irregular = fc.constantFrom(...[0.3, 1.7, 2.5, 17, 31, 0.1].map(numberNode), ...names.map(nameNode));

  it('whole table, to the last bit', () => {
    fc.assert(
      fc.property(formulas({ names: [...names, 'pi', 'e'], exponent: irregular }), points, (formula, point) => {
        fc.pre(!dependsOnSignOfZero(formula, point));
        const [ours, theirs] = [evaluate(formula, point), mathjsValue(print(formula), point)];
        expect(same(ours, theirs), `${print(formula)}: ${ours}, mathjs ${theirs}`).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('polynomials in whole numbers, exactly', () => {
    const polynomials = formulas({
      names,
      operators: ['add', 'sub', 'mul', 'neg', 'pow'],
      numbers: fc.integer({ min: 0, max: 3 }),
      exponent: fc.integer({ min: 0, max: 3 }).map(numberNode),
      depth: 3,
    });
    const whole = fc.integer({ min: -2, max: 2 });
    fc.assert(
      fc.property(polynomials, fc.record({ x: whole, y: whole, w1: whole }), (formula, point) => {
        const theirs = mathjsValue(print(formula), point);
        fc.pre(Math.abs(theirs) < 2 ** 53);
        expect(evaluate(formula, point) + 0).toBe(theirs + 0);
      }),
    );
  });

  it('single powers, against 80 digits', () => {
    const exponent = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constantFrom(0.5, -0.5, 1.5, 0.3));
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), fc.boolean(), exponent, (size, negative, n) => {
        const base = negative && Number.isInteger(n) ? -size : size;
        const ours = evaluate(applyNode('pow', nameNode('x'), numberNode(n)), { x: base });
        const exact = big(base).pow(big(n));
        // At most 16 products or one call of pow, each off by at most one rounding of 2^-53 or so.
        expect(
          big(ours)
            .sub(exact)
            .abs()
            .lte(exact.abs().mul(big(20 * 2 ** -53))),
        ).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('float32 registers', () => {
  it('hold the rounding of every operation', () => {
    const used = names;
    fc.assert(
      fc.property(formulas({ names: used }), fc.array(fc.float(), { minLength: 3, maxLength: 3 }), (formula, point) => {
        const { graph, loss, gradient } = compileLoss(formula, used);
        const code = new Code(graph, [[loss, ...gradient]]);
        const registers = code.registers('float32');
        const expected = graph.nodes.map((node) => (node.kind === 'constant' ? Math.fround(node.value) : Number.NaN));
        used.forEach(
          (name, i) => (registers[graph.input(name)] = expected[graph.input(name)] = Math.fround(point[i] ?? 0)),
        );
        code.run(registers);
        graph.nodes.forEach((node, id) => {
          if (node.kind !== 'apply') return;
          expected[id] = Math.fround(
            operators[node.operator].evaluate(...node.args.map((arg) => expected[arg] ?? Number.NaN)),
          );
        });
        for (const id of [loss, ...gradient]) expect(registers[id]).toBe(expected[id]);
      }),
    );
  });
});

describe('the operators one by one, at the numbers where they are easily got wrong', () => {
  const hard = [0, -0, 1, -1, 0.5, -0.5, 1e-300, 1e300, 710, -746, 1e16, Infinity, -Infinity, Number.NaN];

  it.each(operatorNames)('%s', (name) => {
    const { arity, evaluate: value } = operators[name];
    const text = print(applyNode(name, ...names.slice(0, arity).map(nameNode)));
    for (const x of hard)
      for (const y of arity > 1 ? hard : [0])
        for (const w1 of arity > 2 ? hard : [0]) {
          const theirs = mathjsValue(text, { x, y, w1 });
          expect(same(value(...[x, y, w1].slice(0, arity)), theirs), `${text} at ${x}, ${y}, ${w1}: ${theirs}`).toBe(
            true,
          );
        }
  });
});
