import { expect, it } from 'vitest';
import { Code } from './code';
import { compileLoss } from './compile';
import { parseExpression } from './parse';

const names = ['x', 'y', 'z'];

/** The value of a formula at a point, every number of it rounded. */
function rounded(text: string, point: readonly number[], round?: (value: number) => number): number {
  const { graph, loss } = compileLoss(parseExpression(text, names), names);
  const code = new Code(graph, [[loss]], round);
  const registers = code.registers('float64');
  names.forEach((name, i) => (registers[graph.input(name)] = point[i] ?? NaN));
  code.run(registers);
  return registers[loss] ?? NaN;
}

it('rounds inputs, constants and every result', () => {
  // Whole numbers only: 2.6 and 1.4 are 3 and 1, the constant 0.4 is 0, and 7/2 is 4.
  expect(rounded('x + y', [2.6, 1.4])).toBe(4);
  expect(rounded('x + y', [2.6, 1.4], Math.round)).toBe(4);
  expect(rounded('x*y', [2.6, 1.4], Math.round)).toBe(3);
  expect(rounded('x + 0.4 + 0.4', [1, 0], Math.round)).toBe(1);
  expect(rounded('(x/y)*y', [7, 2], Math.round)).toBe(8);
  expect(rounded('clamp(x, y, z) + 0.4', [9.4, 1, 3.4], Math.round)).toBe(3);
  expect(rounded('x', [2.6, 0], Math.round)).toBe(3);
});

it('holds registers in the precision that is asked for', () => {
  const { graph, loss } = compileLoss(parseExpression('0.1*x', ['x']), ['x']);
  const code = new Code(graph, [[loss]]);
  for (const [precision, tenth] of [
    ['float64', 0.1],
    ['float32', Math.fround(0.1)],
  ] as const) {
    const registers = code.registers(precision);
    registers[graph.input('x')] = 1;
    code.run(registers);
    expect(registers[loss]).toBe(tenth);
  }
});

it('computes groups in turn', () => {
  const { graph, loss, gradient } = compileLoss(parseExpression('x^3', ['x']), ['x']);
  const code = new Code(graph, [[loss], gradient]);
  const registers = code.registers('float64');
  registers[graph.input('x')] = 2;
  code.run(registers);
  expect(registers[loss]).toBe(8);
  code.run(registers, 1);
  expect(registers[gradient[0] ?? -1]).toBe(12);
});
