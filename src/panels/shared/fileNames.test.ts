import { expect, test } from 'vitest';
import { defaultExperiment } from '../../experiment';
import { fileStem } from './fileNames';

const [run] = defaultExperiment.runs;

test('a rule of the user stands in the name of a file by its own name, not by its text', () => {
  if (!run) throw new RangeError('no run');
  const own = { ...run, optimizer: 'mine(lr = 0.1)\ntheta = theta - lr*grad(theta)' };
  expect(fileStem({ ...defaultExperiment, runs: [own, own, run] })).toMatch(/^[a-z0-9-]+-mine-[a-z0-9-]+$/);
});
