import { beforeEach, expect, test } from 'vitest';
import { readExperiment } from '../../experiment';
import { currentExperiment, edit, forgetHistory, settle, undo } from '../stores/experimentStore';
import { screenStore } from '../stores/screenStore';
import { ruleFault } from '../../experiment/core/ownRule';
import { isOtherRule, ruleTextOf, setRule } from './rule';

const open = (runs: readonly object[]): void => {
  edit(readExperiment({ version: 1, problem: { id: 'booth' }, runs }));
  forgetHistory();
};
const keys = (): string[] => currentExperiment().runs.map(({ optimizer }) => optimizer.slice(0, 6));

beforeEach(() => open([{ optimizer: 'gd', hyper: { lr: 0.3 } }, { optimizer: 'adam' }]));

const mine = (more = ''): string => `mine(lr = 0.01)\ntheta = theta - lr*grad(theta)${more}`;

test('a run of the catalogue stays, and the copy beside it gets the rule; undo takes all of it back', () => {
  setRule(0, mine());
  expect(keys()).toEqual(['gd', 'mine(l', 'adam']);
  expect(screenStore.getState().selected).toBe(1);
  setRule(1, mine(' + 1'));
  settle();
  expect(keys()).toEqual(['gd', 'mine(l', 'adam']);
  undo();
  expect(keys()).toEqual(['gd', 'adam']);
});

test('where no further run fits, the run itself gets the rule', () => {
  open(Array.from({ length: 8 }, () => ({ optimizer: 'gd' })));
  setRule(7, mine());
  expect(keys()).toHaveLength(8);
  expect(keys()[7]).toBe('mine(l');
});

test('the text of a rule is the catalogue’s until it is changed, and keeps what was set', () => {
  const [run] = currentExperiment().runs;
  const text = run ? ruleTextOf(run) : '';
  expect(ruleFault(text)).toBeNull();
  setRule(0, text);
  expect(currentExperiment().runs[1]).toEqual({ optimizer: text, hyper: { lr: 0.3 } });
  expect(ruleFault('mine(lr = 1)')?.code).toBe('noTheta');
});

test('a rule whose lines end at semicolons is the one whose lines end at line breaks', () => {
  setRule(0, mine().replace('\n', ';'));
  const [, run] = currentExperiment().runs;
  if (!run) throw new RangeError('no run');
  expect(ruleTextOf(run)).toBe(mine());
  expect([mine(), mine().replace('\n', ';'), mine(' + 1')].map((text) => isOtherRule(run, text))).toEqual([
    false,
    false,
    true,
  ]);
});
