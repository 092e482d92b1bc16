import { expect, test } from 'vitest';
import { problems } from '../../catalogue';
import { decodeLink } from '../../experiment';
import { currentExperiment, undo } from '../stores/experimentStore';
import { setCustom, setProblem } from './edits';
import { screenStore, setScreen } from '../stores/screenStore';

/** Lowest losses as published; -Infinity where the loss has no lower bound. */
const lowest = [
  ['rosenbrock', 0],
  ['ackley', 0],
  ['goldstein-price', 3],
  ['mccormick', -1.9133],
  ['easom', -1],
  ['styblinski-tang', -78.332],
  ['saddle', -Infinity],
  ['monkey-saddle', -Infinity],
  ['linear-regression', 0],
] as const;

test.each(lowest)('%s, whose lowest loss is %d, is shown on a log axis only if that is not negative', (id, loss) => {
  for (const before of ['linear', 'log'] as const) {
    setScreen({ lossScale: before });
    setProblem(id);
    expect(screenStore.getState().lossScale).toBe(loss < 0 ? 'linear' : 'log');
  }
});

test.each(problems.map(({ id }) => id))('%s opens as it does from a link that names only the problem', (id) => {
  const { state, complaints } = decodeLink(`v=1&p=${id}`);
  expect(complaints).toEqual([]);
  setScreen({ lossScale: state.lossScale === 'log' ? 'linear' : 'log' });
  setProblem(id);
  const { problem, start, steps, epochs } = currentExperiment();
  expect(problem).toHaveProperty('id', id);
  expect({ problem, start, steps, epochs }).toEqual({
    problem: state.experiment.problem,
    start: state.experiment.start,
    steps: state.experiment.steps,
    epochs: state.experiment.epochs,
  });
  expect(screenStore.getState().lossScale).toBe(state.lossScale);
});

test('the formula editor closes the lesson in whose place it stands, and undo brings that back', async () => {
  setProblem('booth');
  setScreen({ lesson: 'past-the-edge' });
  await setCustom();
  expect(currentExperiment().problem.kind).toBe('custom');
  expect(screenStore.getState().lesson).toBeNull();
  undo();
  expect(currentExperiment().problem).toHaveProperty('id', 'booth');
  expect(screenStore.getState().lesson).toBe('past-the-edge');
});

test('the formula editor opens on the loss that a lesson has typed', async () => {
  await setCustom();
  const typed = currentExperiment();
  setScreen({ lesson: 'across-a-dip' });
  await setCustom();
  expect(currentExperiment()).toBe(typed);
  expect(screenStore.getState().lesson).toBeNull();
});
