import { expect, test } from 'vitest';
import { keptLine } from './keptLine';

const running = 'r(lr = 0.1)\ng = grad(theta)\ntheta = theta - lr';

test.each([
  ['the line that is being written', `${running}*`, 'theta = theta - lr'],
  ['nothing where a line was added', `${running}\nx = (`, null],
  ['nothing where several lines are other', 'r(', null],
  ['nothing where only spaces are', running.replace('\n', '\n\n  '), null],
])('%s', (_, typed, line) => {
  expect(keptLine(running, typed)).toBe(line);
});
