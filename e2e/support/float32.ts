import { addExpression, Graph, operators, type Expression, type OperatorName } from '../../src/formula';
import { coin } from './coin';

const ULP = 2 ** -23;
const SHADOWS = 16;
/** Units in the last place that a GPU's function may be off, as if its arguments and its result were. */
const FUNCTION_ULPS = 4;
/** Numbers beyond these, other than 0 and infinity, are out of float32's reach, or near it. */
const REACH = { low: 1e-30, high: 1e30 };

/** They choose or compare: no bit is lost. */
const exact: ReadonlySet<OperatorName> = new Set([
  'neg',
  'abs',
  'sign',
  'floor',
  'round',
  'relu',
  'min',
  'max',
  'clamp',
  'if',
  'lt',
  'le',
  'gt',
  'ge',
  'eq',
  'ne',
]);
/** IEEE 754 rounds them correctly, on GPUs too. */
const rounded: ReadonlySet<OperatorName> = new Set(['add', 'sub', 'mul', 'float32']);

/**
 * What float32 arithmetic may make of a formula: its value in float64, and how far float32 may be from it. Null where
 * float32 cannot be held to anything, because a number on the way is out of its reach or because rounding decides what comes
 * out (which branch, which whole number, whether a number at all).
 *
 * The bound is found by computing the formula sixteen times more, each time with the numbers on the way put off by units in
 * the last place, up or down by the toss of a coin: by one where IEEE 754 rounds correctly and the result is not exact, by
 * four before and after every function, by none where nothing is rounded. It is twice the farthest that these go.
 */
export function float32Value(
  formula: Expression,
  at: Readonly<Record<string, number>>,
): { value: number; bound: number } | null {
  const graph = new Graph();
  const output = addExpression(graph, formula, (name) => graph.input(name));
  const calm = registersOf(graph, at, () => 0);
  if (!calm.every(isInReach)) return null;
  const value = calm[output] ?? NaN;
  const shadows = Array.from({ length: SHADOWS }, (_, i) => registersOf(graph, at, coin(i + 1))[output] ?? NaN);
  if (!Number.isFinite(value)) return shadows.every((shadow) => Object.is(shadow, value)) ? { value, bound: 0 } : null;
  const bound = 2 * Math.max(...shadows.map((shadow) => Math.abs(shadow - value)));
  return Number.isFinite(bound) ? { value, bound } : null;
}

const isInReach = (value: number): boolean =>
  value === 0 || !Number.isFinite(value) || (Math.abs(value) >= REACH.low && Math.abs(value) <= REACH.high);

/** Every node of a graph, shaken. */
function registersOf(graph: Graph, at: Readonly<Record<string, number>>, toss: () => number): number[] {
  const off = (value: number, ulps: number) => value * (1 + toss() * ulps * ULP);
  const ofRounding = (value: number) => (Math.fround(value) === value ? value : off(value, 1));
  const registers: number[] = [];
  for (const node of graph.nodes) {
    if (node.kind === 'constant') registers.push(ofRounding(node.value));
    else if (node.kind === 'input') registers.push(at[node.name] ?? NaN);
    else {
      const { evaluate } = operators[node.operator];
      const args = node.args.map((id) => registers[id] ?? NaN);
      if (exact.has(node.operator)) registers.push(evaluate(...args));
      else if (rounded.has(node.operator)) registers.push(ofRounding(evaluate(...args)));
      else registers.push(off(evaluate(...args.map((arg) => off(arg, FUNCTION_ULPS))), FUNCTION_ULPS));
    }
  }
  return registers;
}
