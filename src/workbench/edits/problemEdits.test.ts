import { expect, test } from 'vitest';
import { problems } from '../../catalogue';
import { usualLossScale } from '../../experiment';
import { currentExperiment } from '../stores/experimentStore';
import { setProblem } from './problemEdits';
import { screenStore, showOnScreen } from '../stores/screenStore';

test.each(problems.map(({ id }) => id))('%s is shown as a link to it alone shows it', (id) => {
  showOnScreen({ lossScale: id === 'rosenbrock' ? 'linear' : 'log' });
  setProblem(id);
  const { problem } = currentExperiment();
  expect(problem).toHaveProperty('id', id);
  expect(screenStore.getState().lossScale).toBe(usualLossScale(problem));
});
