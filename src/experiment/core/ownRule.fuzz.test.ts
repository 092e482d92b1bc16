import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOfRule, ruleFault } from './ownRule';
import { callArguments, Code, compileStep, parseRule, print } from '../../formula';
import type { Tensor } from '../../formula/tensor';
import { ruleTex } from '../../formula/tex';
import { changedRuleTexts, largestRule, ruleTexts } from '../../formula/testing/ruleTexts';

/** In every run of the tests a few hundred; OVERSHOOT_FUZZ is how many to try instead. */
const COUNT = Number(process.env['OVERSHOOT_FUZZ'] ?? 300);
const seeded = { numRuns: COUNT, seed: 20_261_129 };

/** As many parameters of a matrix as there are, two in a row. */
const matrixOf = (parameters: number): Tensor[] => {
  const rows = Math.floor(parameters / 2);
  return rows === 0 ? [] : [{ rows, columns: 2, at: Array.from({ length: 2 * rows }, (_, i) => i) }];
};

/** Compiles a text for some parameters, which form a matrix as far as they can, and runs it once. */
function runOnce(text: string, parameters: number, tensors = matrixOf(parameters)): void {
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

describe('texts of rules', () => {
  it('that are right are read, compiled and run, and print as rules again', () => {
    let read = 0;
    fc.assert(
      fc.property(ruleTexts, fc.integer({ min: 1, max: 4 }), (text, parameters) => {
        const fault = ruleFault(text);
        // They may be too large, which is said where.
        if (fault) return void expect(['tooManyOperations', 'tooManyPoints', 'tooLong']).toContain(fault.code);
        read += 1;
        runOnce(text, parameters);
        for (const { expression } of parseRule(text).lines) expect(print(expression)).not.toBe('');
      }),
      seeded,
    );
    expect(read).toBeGreaterThan(COUNT / 2);
  });

  it('that were changed anywhere are read, or refused with the place and a sentence', () => {
    const codes = new Map<string, number>();
    fc.assert(
      fc.property(changedRuleTexts, (text) => {
        const fault = ruleFault(text);
        codes.set(fault?.code ?? 'read', (codes.get(fault?.code ?? 'read') ?? 0) + 1);
        if (!fault) return runOnce(linesOfRule(text), 2);
        expect(fault.at).toBeGreaterThanOrEqual(0);
        expect(fault.at).toBeLessThanOrEqual(text.length);
        expect(fault.length).toBeGreaterThanOrEqual(0);
        expect(fault.at + fault.length).toBeLessThanOrEqual(text.length);
        expect(fault.message).not.toMatch(/\{\w+\}/);
      }),
      seeded,
    );
    if (COUNT > 1000) console.info(Object.fromEntries(codes));
    expect(codes.size).toBeGreaterThan(8);
  });

  it('the most orthogonalizations of the largest matrix are compiled and run, and one more is refused', () => {
    const orthogonalizing = (times: number) =>
      `r(lr = 1)\nu = grad(theta)\n${'u = orthogonalize(u)\n'.repeat(times)}theta = theta - lr*u`;
    expect(ruleFault(orthogonalizing(6))).toBeNull();
    expect(ruleFault(orthogonalizing(7))?.code).toBe('tooManyOperations');
    runOnce(orthogonalizing(6), 64, [{ rows: 8, columns: 8, at: Array.from({ length: 64 }, (_, i) => i) }]);
  });

  it('the largest is compiled for as many parameters as a model has', () => {
    expect(ruleFault(largestRule(79))).toBeNull();
    expect(ruleFault(largestRule(90))?.code).toBe('tooManyOperations');
    runOnce(largestRule(79), 64);
  });
});
