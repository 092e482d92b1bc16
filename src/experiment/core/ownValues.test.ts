import { describe, expect, test } from 'vitest';
import { problems } from '../../catalogue';
import { defaultExperiment, defaultRun, defaultsFor, fullBatch } from './defaults';
import {
  addRun,
  changeBatch,
  changeHyper,
  changeModifiers,
  changeOptimizer,
  changeProblem,
  changeSchedule,
  changeSetting,
} from './edits';
import { changeLoss } from '../json/changeLoss';
import { defaultSchedule } from './schedules';
import { suitedValues } from './setByHand';
import { takeSuitedValues } from './takeSuitedValues';
import type { Experiment } from './types';

const ids = problems.map(({ id }) => id);
const ratesOf = ({ runs }: Experiment) => runs.map(({ hyper }) => hyper.lr);

describe('untouched runs', () => {
  test.each(ids)('go from %s to every problem and become those that it opens with', (from) => {
    for (const to of ids) expect(changeProblem(defaultsFor(from), to)).toEqual(defaultsFor(to));
  });

  test('become those of a problem on the way over a typed loss, too', () => {
    const typed = changeLoss(defaultsFor('goldstein-price'), 'x^2 + y^2', ['x', 'y']);
    expect(ratesOf(typed)).toEqual([0.01, 0.1, 0.01]);
    expect(changeProblem(typed, 'beale')).toEqual(defaultsFor('beale'));
    expect(changeProblem(typed, 'rosenbrock')).toEqual(defaultExperiment);
  });

  test('that were added follow the problem as well, and those whose optimizer changed', () => {
    const added = changeOptimizer(addRun(defaultExperiment, 'nadam'), 2, 'adamax');
    const [, , adamax, nadam] = changeProblem(added, 'matyas').runs;
    const { problem } = defaultsFor('matyas');
    expect([adamax, nadam]).toEqual([defaultRun('adamax', problem), defaultRun('nadam', problem)]);
  });
});

describe('what the user has set stays', () => {
  test('a rate, while the rest of the run follows the problem', () => {
    const set = changeHyper(defaultsFor('beale'), 1, 'lr', 0.07);
    const { runs } = changeProblem(set, 'rosenbrock');
    const [first, adam, last] = defaultExperiment.runs;
    expect(runs).toEqual([first, { ...adam, hyper: { ...adam?.hyper, lr: 0.07 } }, last]);
  });

  test('another hyperparameter, while the rate follows the problem', () => {
    const set = changeHyper(defaultExperiment, 0, 'momentum', 0.5);
    expect(changeProblem(set, 'goldstein-price').runs[0]?.hyper).toMatchObject({ lr: 2e-6, momentum: 0.5 });
  });

  test('a batch, from one set of data to another', () => {
    const set = changeBatch(defaultsFor('linear-regression'), 2, { ...fullBatch, size: 1 });
    const { runs } = changeProblem(set, 'logistic-regression');
    expect(runs.map(({ batch }) => batch?.size)).toEqual([10, 10, 1]);
    expect(changeProblem(set, 'beale').runs.every(({ batch }) => batch === undefined)).toBe(true);
  });

  test('a rate with a schedule, which may have been made for it', () => {
    const set = changeSchedule(defaultExperiment, 0, defaultSchedule('cosine'));
    expect(ratesOf(changeProblem(set, 'beale'))).toEqual([0.0009, 0.1, 0.005]);
  });

  test('no rate that gradient descent opened with, under SGD', () => {
    const sgd = changeOptimizer(defaultExperiment, 2, 'sgd');
    expect(suitedValues(sgd, 2)).toBeNull();
    expect(ratesOf(changeProblem(sgd, 'beale'))).toEqual(ratesOf(defaultsFor('beale')));
  });

  test('a rate under another optimizer; one that the problem gave does not', () => {
    expect(changeOptimizer(defaultExperiment, 1, 'sgd').runs[1]?.hyper.lr).toBe(0.001);
    expect(changeOptimizer(changeHyper(defaultExperiment, 1, 'lr', 0.2), 1, 'sgd').runs[1]?.hyper.lr).toBe(0.2);
  });
});

describe('the values that suit a problem', () => {
  const beale = defaultsFor('beale');

  test('are named where a run has others, and taken with one edit', () => {
    const set = changeHyper(beale, 1, 'lr', 0.5);
    expect([0, 1, 2].map((index) => suitedValues(set, index))).toEqual([null, { lr: 0.1 }, null]);
    expect(takeSuitedValues(set, 1)).toEqual(beale);
  });

  test('are those of the run nearest to what it has', () => {
    const set = changeHyper(changeHyper(defaultExperiment, 0, 'lr', 0.01), 1, 'lr', 0.1);
    expect([0, 1].map((index) => suitedValues(set, index)?.lr)).toEqual([0.0009, 0.35]);
    expect(takeSuitedValues(takeSuitedValues(set, 0), 1)).toEqual(defaultExperiment);
  });

  test('include the batch of a data problem', () => {
    const opened = defaultsFor('logistic-regression');
    const set = changeHyper(changeBatch(opened, 0, fullBatch), 0, 'lr', 1);
    expect(suitedValues(set, 0)).toEqual({ lr: 0.1, batch: opened.runs[0]?.batch });
    expect(takeSuitedValues(set, 0)).toEqual(opened);
  });

  test.each(ids)('are those of every untouched run on %s', (id) => {
    const opened = defaultsFor(id);
    opened.runs.forEach((_, index) => expect(suitedValues(opened, index)).toBeNull());
  });

  test('are unknown where the catalogue has chosen none', () => {
    const set = changeHyper(beale, 1, 'lr', 0.5);
    expect(suitedValues({ ...set, start: [0, 0] }, 1)).toBeNull();
    expect(suitedValues(changeSetting(changeHyper(defaultExperiment, 0, 'lr', 0.5), 'b', 3), 0)).toBeNull();
    expect(suitedValues(changeModifiers(set, 1, { maximize: true }), 1)).toBeNull();
    expect(suitedValues(changeLoss(set, 'x^2', ['x']), 1)).toBeNull();
    expect(suitedValues(changeHyper(changeOptimizer(beale, 1, 'lion'), 1, 'lr', 0.5), 1)).toBeNull();
  });
});
