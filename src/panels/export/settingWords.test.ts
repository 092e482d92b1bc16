import { expect, test } from 'vitest';
import { readExperiment } from '../../experiment';
import { constantWords } from './settingWords';

const { problem } = readExperiment({
  version: 1,
  problem: { id: 'linear-regression', data: { standardize: 1 } },
  runs: [{ optimizer: 'gd' }],
});

test('a switch stands after the colon of the language', () => {
  expect(constantWords(problem, 'en')).toContain('standardize features:\u00a0✓');
  expect(constantWords(problem, 'zh')).toContain('特征标准化：✓');
});
