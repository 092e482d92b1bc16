import { expect, test } from 'vitest';
import { MOST_SOLVED } from '../../formula/hessianSystem';
import { ruleLimits } from '../../formula/ruleLimits';
import english from '../../language/en/ruleEditor.json' with { type: 'json' };
import chinese from '../../language/zh/ruleEditor.json' with { type: 'json' };

test.each([english.about, chinese.about])('a completion names the limit that the word has', (about) => {
  expect(about.repeat).toMatch(new RegExp(`\\b${ruleLimits.repeats}\\b`));
  expect(about.solve_hessian).toMatch(new RegExp(`\\b${MOST_SOLVED}\\b`));
});
