import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleFault } from './ownRule';
import { parseRule, print } from '../../formula';
import { largestRule, ruleTexts } from '../../formula/testing/ruleTexts';
import { runRuleOnce } from '../testing/runRuleOnce';

const COUNT = 300;
const seeded = { numRuns: COUNT, seed: 20_261_129 };

describe('texts of rules', () => {
  it('that are right are read, compiled and run, and print as rules again', () => {
    let read = 0;
    fc.assert(
      fc.property(ruleTexts, fc.integer({ min: 1, max: 4 }), (text, parameters) => {
        const fault = ruleFault(text);
        // They may be too large, which is said where.
        if (fault) return void expect(['tooManyOperations', 'tooManyPoints', 'tooLong']).toContain(fault.code);
        read += 1;
        runRuleOnce(text, parameters);
        for (const { expression } of parseRule(text).lines) expect(print(expression)).not.toBe('');
      }),
      seeded,
    );
    expect(read).toBeGreaterThan(COUNT / 2);
  });

  it('the most orthogonalizations of the largest matrix are compiled and run, and one more is refused', () => {
    const orthogonalizing = (times: number) =>
      `r(lr = 1)\nu = grad(theta)\n${'u = orthogonalize(u)\n'.repeat(times)}theta = theta - lr*u`;
    expect(ruleFault(orthogonalizing(6))).toBeNull();
    expect(ruleFault(orthogonalizing(7))?.code).toBe('tooManyOperations');
    runRuleOnce(orthogonalizing(6), 64, [{ rows: 8, columns: 8, at: Array.from({ length: 64 }, (_, i) => i) }]);
  });

  it('the largest is compiled for as many parameters as a model has', () => {
    expect(ruleFault(largestRule(79))).toBeNull();
    expect(ruleFault(largestRule(90))?.code).toBe('tooManyOperations');
    runRuleOnce(largestRule(79), 64);
  });
});
