import { expect, it } from 'vitest';
import { Code } from './code';
import { compileLoss } from './compile';
import { originOf } from './origin';
import { parseExpression } from './parse';

/** Where the value of a formula at a point comes from. */
function origin(text: string, point: Readonly<Record<string, number>>) {
  const names = Object.keys(point);
  const { graph, loss } = compileLoss(parseExpression(text, names), names);
  const code = new Code(graph, [[loss]]);
  const registers = code.registers('float64');
  for (const name of names) registers[graph.input(name)] = point[name] ?? NaN;
  code.run(registers);
  return originOf(graph, registers, loss);
}

it.each([
  // NaN: the first operation whose arguments are numbers.
  ['1 + 2*log(x - 1)', { x: 0 }, { operator: 'log', args: [-1], result: NaN }],
  ['exp(x) - exp(x + 1)', { x: 800 }, { operator: 'sub', args: [Infinity, Infinity], result: NaN }],
  ['y*sqrt(x) + 1', { x: -4, y: 2 }, { operator: 'sqrt', args: [-4], result: NaN }],
  // An infinity: the first whose arguments are finite.
  ['1 + 3*exp(x)', { x: 800 }, { operator: 'exp', args: [800], result: Infinity }],
  ['y - 1/x', { x: 0, y: 1 }, { operator: 'div', args: [1, 0], result: Infinity }],
  // Only the branch that was taken, and not the condition.
  ['if(x > 0, log(-x), sqrt(-x))', { x: 3 }, { operator: 'log', args: [-3], result: NaN }],
  ['if(x < 0, log(-x), sqrt(-x))', { x: 3 }, { operator: 'sqrt', args: [-3], result: NaN }],
])('%s at %j', (text, point, expected) => {
  expect(origin(text, point)).toMatchObject(expected);
});

it('names the arguments that are inputs', () => {
  expect(origin('b*(x^2 - 1)^2', { b: 100, x: 1e77 })?.names).toEqual(['b', null]);
  expect(origin('100*(x^2 - 1)^2', { x: 1e77 })?.names).toEqual([null, null]);
});

it.each([
  ['x^2', { x: 3 }],
  ['if(x > 0, 1, log(-x)) + y', { x: 3, y: 1 }],
  // Nothing was made of numbers.
  ['x + 1', { x: NaN }],
  ['2*x + y', { x: -Infinity, y: 1 }],
])('%s at %j has none', (text, point) => {
  expect(origin(text, point)).toBeNull();
});
