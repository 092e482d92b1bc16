import { expect } from 'vitest';
import { callArguments, Code, compileStep, parseRule } from '../../formula';
import type { Tensor } from '../../formula/tensor';
import { ruleTex } from '../../formula/tex';

/** As many parameters of a matrix as there are, two in a row. */
const matrixOf = (parameters: number): Tensor[] => {
  const rows = Math.floor(parameters / 2);
  return rows === 0 ? [] : [{ rows, columns: 2, at: Array.from({ length: 2 * rows }, (_, i) => i) }];
};

/** Compiles a text for some parameters, which form a matrix as far as they can, and runs it once. */
export function runRuleOnce(text: string, parameters: number, tensors = matrixOf(parameters)): void {
  const rule = parseRule(text);
  const program = compileStep(rule, parameters, parameters > 1, tensors);
  const next = [...program.nextTheta, ...program.states.flatMap((state) => state.next)];
  const code = new Code(program.step, [...program.calls.map(callArguments), next]);
  for (const precision of ['float64', 'float32'] as const) {
    const registers = code.registers(precision);
    for (let group = 0; group <= program.calls.length; group += 1) code.run(registers, group);
    expect(next.every((node) => typeof registers[node] === 'number')).toBe(true);
  }
  for (const line of ruleTex(rule, {})) expect(line.tex).not.toBe('');
}
