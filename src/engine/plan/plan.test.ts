import { expect, test } from 'vitest';
import { problems } from '../../catalogue';
import { defaultView } from '../../workbench/requests/parameterViews';
import { choiceOf, custom, descent, planOnData, runOf } from '../testing/experiments';
import { planExperiment } from './plan';

test.each([...problems.map(({ id }) => choiceOf(id)), custom('x^2', 'x'), custom('x*y', 'x', 'y')])(
  '%o: the default ranges are those of the view that is shown',
  (choice) => {
    const { defaultRanges: view } = planExperiment({ ...descent(choice, [1, 1, 1], 1, runOf('gd', {})), epochs: 1 });
    const shown = defaultView(choice);
    shown.axes.forEach((axis, k) => expect(view[axis]).toEqual([shown.x, shown.y][k]));
  },
);

test('the problem of a seed is planned once, separately from other seeds', () => {
  const plan = (seed: number, lr: number) =>
    planOnData({ ...descent(choiceOf('linear-regression'), [0, 0, 0], 1, runOf('gd', { lr })), epochs: 1, seed });
  expect(plan(1, 0.2).data.columns[0]).toBe(plan(1, 0.1).data.columns[0]);
  expect(plan(2, 0.1).data.columns[0]).not.toEqual(plan(1, 0.1).data.columns[0]);
});
