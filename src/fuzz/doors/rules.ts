import fc from 'fast-check';
import { expect } from 'vitest';
import { linesOfRule, ruleFault } from '../../experiment/core/ownRule';
import { runRuleOnce } from '../../experiment/testing/runRuleOnce';
import { changedRuleTexts, ruleTexts } from '../../formula/testing/ruleTexts';
import { door } from '../door';
import { expectPlace } from '../words';

const texts = fc.oneof({ arbitrary: changedRuleTexts, weight: 3 }, { arbitrary: ruleTexts, weight: 1 });

/** Update rules as people write them: compiled and run once, or refused. */
export const rules = door('rules', fc.tuple(texts, fc.integer({ min: 1, max: 4 })), ([text, parameters]) => {
  const fault = ruleFault(text);
  if (!fault) {
    runRuleOnce(linesOfRule(text), parameters);
    return 'taken';
  }
  expectPlace(text, fault);
  expect(fault.at).toBeLessThanOrEqual(text.length);
  expect(fault.message).not.toMatch(/\{\w+\}/);
  return fault.code;
});
