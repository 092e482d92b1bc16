import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hyperDomain, optimizers, problems, schedules, isMethod, methods } from '../../catalogue';
import { ruleById } from './choice';
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
  duplicateRun,
  removeRun,
} from './edits';
import { changeLoss } from '../json/changeLoss';
import { anyExperiment } from '../testing/arbitraryExperiments';
import { defaultSchedule, freshSchedule, freshWarmup } from './schedules';
import { toJson } from '../json/json';
import { ExperimentError, readExperiment } from '../json/parse';
import type { Experiment } from './types';
import { epochLimit } from './updates';

const expectValid = (experiment: Experiment) => expect(readExperiment(toJson(experiment))).toEqual(experiment);

test('every edit of a valid experiment is a valid experiment', () => {
  const problem = fc.constantFrom(...problems.map(({ id }) => id));
  const optimizer = fc.constantFrom(...[...optimizers, ...methods].map(({ id }) => id));
  const kind = fc.constantFrom(...schedules.filter(({ needsEpochs }) => !needsEpochs).map((schedule) => schedule.kind));
  fc.assert(
    fc.property(anyExperiment, problem, optimizer, kind, fc.nat(7), (experiment, id, method, pace, k) => {
      const index = k % experiment.runs.length;
      const edits = [
        changeProblem(experiment, id),
        changeOptimizer(experiment, index, method),
        addRun(experiment, method),
        duplicateRun(experiment, index),
        removeRun(experiment, index),
      ];
      edits.push(changeLoss(experiment, 'x^2 + y^2', ['x', 'y']));
      if (!isMethod(experiment.runs[index]?.optimizer ?? '')) edits.push(changeHyper(experiment, index, 'lr', 0.5));
      edits.push(
        changeModifiers(experiment, index, {}),
        changeModifiers(experiment, index, { decay: 0.5, maximize: true, frozen: [] }),
      );
      edits.push(
        changeSchedule(experiment, index, defaultSchedule(pace)),
        changeSchedule(experiment, index, undefined),
      );
      if (experiment.problem.kind === 'data') {
        edits.push(changeSchedule(experiment, index, defaultSchedule('epochDecay')));
        edits.push(
          changeBatch(experiment, index, { ...fullBatch, size: 1, accumulate: 1 }),
          changeSetting(experiment, 'samples', 20_000),
        );
      }
      for (const edited of edits) expectValid(edited);
    }),
    { numRuns: 300 },
  );
});

describe('a change of the problem', () => {
  test('keeps the seed and what is set of the runs, and sets the start of the problem', () => {
    const set = changeHyper(defaultExperiment, 1, 'lr', 0.5);
    expect(changeProblem({ ...set, seed: 5 }, 'beale')).toEqual({
      ...changeHyper(defaultsFor('beale'), 1, 'lr', 0.5),
      seed: 5,
    });
  });

  test('gives every run a batch for a data problem, and removes it for a function', () => {
    const regression = changeProblem(defaultExperiment, 'linear-regression');
    expect(regression.runs.map(({ batch }) => batch)).toEqual(
      [1, 2, 3].map(() => ({ ...fullBatch, size: 10, accumulate: 1 })),
    );
    expect(changeProblem(regression, 'rosenbrock')).toEqual(defaultExperiment);
  });

  test('throws an ExperimentError if a typed loss cannot be read', () => {
    expect(() => changeLoss(defaultExperiment, 'x +', ['x'])).toThrow(ExperimentError);
  });
});

describe('modifiers', () => {
  const modifiers = { maximize: true, l2: 0.1, frozen: ['y'], noise: { c: 1, gamma: 0.5 } } as const;
  const modified = changeModifiers(defaultExperiment, 1, modifiers);

  test('are kept when the optimizer, the schedule or the problem changes', () => {
    expect(changeOptimizer(modified, 1, 'lion').runs[1]?.modifiers).toEqual(modifiers);
    expect(changeSchedule(modified, 1, defaultSchedule('cosine')).runs[1]?.modifiers).toEqual(modifiers);
    expect(changeProblem(modified, 'beale').runs[1]?.modifiers).toEqual(modifiers);
  });

  test('lose the frozen parameters that the new problem does not have', () => {
    expect(changeProblem(modified, 'square').runs[1]?.modifiers).toEqual({
      maximize: true,
      l2: 0.1,
      noise: { c: 1, gamma: 0.5 },
    });
    expect(changeLoss(changeModifiers(modified, 1, { frozen: ['y'] }), 'x^2', ['x']).runs[1]).not.toHaveProperty(
      'modifiers',
    );
  });

  test('keep dropout only with hidden units, and limit the epochs by the memory that it needs', () => {
    const network = defaultsFor('network-fit');
    const dropped = changeModifiers(changeBatch(changeSetting(network, 'samples', 500), 0, fullBatch), 0, {
      dropout: 0.3,
    });
    expect(changeProblem(dropped, 'network-classes').runs[0]?.modifiers).toEqual({ dropout: 0.3 });
    expect(changeProblem(dropped, 'linear-regression').runs[0]).not.toHaveProperty('modifiers');
    // Six units and two columns are two groups of four numbers for each of 500 visits an epoch; the other runs have a group.
    const alone = { ...dropped, runs: dropped.runs.slice(0, 1) };
    expect(epochLimit(alone)).toBe(Math.floor(2 ** 21 / 2 / 500));
    expect(epochLimit(changeModifiers(alone, 0, {}))).toBe(20_000);
    expect(changeModifiers({ ...changeModifiers(alone, 0, {}), epochs: 20_000 }, 0, { dropout: 0.3 }).epochs).toBe(
      2097,
    );
    // With a probability of 0 no units are left out.
    const none = changeHyper(alone, 0, 'dropout', 0);
    expect(epochLimit(none)).toBe(20_000);
    expect(changeHyper({ ...none, epochs: 20_000 }, 0, 'dropout', 0.3).epochs).toBe(2097);
  });

  test('are left out of the run if they change nothing', () => {
    expect(changeModifiers(modified, 1, { frozen: [] })).toEqual(defaultExperiment);
  });
});

describe('a change of the optimizer', () => {
  test('keeps the hyperparameters with the same meaning', () => {
    const adam = changeHyper(changeHyper(defaultExperiment, 1, 'lr', 0.07), 1, 'amsgrad', true);
    const {
      runs: [, adamw],
    } = changeOptimizer(adam, 1, 'adamw');
    expect(adamw?.optimizer).toBe('adamw');
    expect(adamw?.hyper).toMatchObject({ lr: 0.07, beta1: 0.85, beta2: 0.99, eps: 1e-8, amsgrad: true });
  });

  test.each(problems.map(({ id }) => id))('keeps the rate on %s from gradient descent to SGD and back', (id) => {
    const experiment = defaultsFor(id);
    const index = experiment.runs.findIndex(({ optimizer }) => optimizer === 'gd');
    const rate = experiment.runs[index]?.hyper.lr;
    const sgd = changeOptimizer(experiment, index, 'sgd');
    expect(sgd.runs[index]?.hyper).toMatchObject({ lr: rate, momentum: 0 });
    expect(changeOptimizer(sgd, index, 'gd').runs[index]).toEqual(experiment.runs[index]);
    const [gd, plain] = ['gd', 'sgd'].map((optimizer) => defaultRun(optimizer, experiment.problem).hyper.lr);
    expect(plain).toBe(gd);
  });

  test('does not keep one that only has the same name: alpha of RMSprop and of ASGD', () => {
    const rmsprop = changeHyper(changeOptimizer(defaultExperiment, 0, 'rmsprop'), 0, 'alpha', 0.9);
    expect(changeOptimizer(rmsprop, 0, 'asgd').runs[0]?.hyper.alpha).toBe(0.75);
    expect(hyperDomain('alpha', 'asgd')).not.toEqual(hyperDomain('alpha', 'rmsprop'));
  });

  test('throws a RangeError if there is no such run or optimizer', () => {
    expect(() => changeOptimizer(defaultExperiment, 3, 'adam')).toThrow(RangeError);
    expect(() => changeOptimizer(defaultExperiment, 0, '__proto__')).toThrow(RangeError);
  });
});

describe('schedules', () => {
  const warmup = { startFactor: 0.5, steps: 3 };
  const scheduleOf = (experiment: Experiment) => experiment.runs[0]?.schedule;

  test('are kept when the optimizer or the problem changes', () => {
    const cosine = changeSchedule(defaultExperiment, 0, { ...defaultSchedule('cosine'), warmup });
    for (const changed of [
      changeOptimizer(cosine, 0, 'adam'),
      changeProblem(cosine, 'beale'),
      changeProblem(cosine, 'linear-regression'),
      changeLoss(cosine, 'x^2', ['x']),
    ]) {
      expect(scheduleOf(changed)).toEqual(scheduleOf(cosine));
    }
  });

  test('of epochs are removed when the problem has no data; their warm-up is kept', () => {
    const regression = defaultsFor('linear-regression');
    const [plain, warmed] = [defaultSchedule('epochDecay'), { ...defaultSchedule('epochDecay'), warmup }].map((one) =>
      changeSchedule(regression, 0, one),
    );
    for (const change of [
      (e: Experiment) => changeProblem(e, 'beale'),
      (e: Experiment) => changeLoss(e, 'x^2', ['x']),
    ]) {
      expect(change(plain as Experiment).runs[0]).not.toHaveProperty('schedule');
      expect(scheduleOf(change(warmed as Experiment))).toEqual({ kind: 'constant', args: {}, warmup });
    }
  });

  test('that are new are valid and fit the run', () => {
    for (const steps of [1, 2, 3, 200, 20_000]) {
      for (const { kind, needsEpochs } of schedules) {
        if (needsEpochs) continue;
        const schedule = { ...freshSchedule(kind, steps, 0.3), warmup: freshWarmup(steps) };
        expectValid(changeSchedule({ ...defaultExperiment, steps }, 0, schedule));
      }
    }
    expect(freshSchedule('cosine', 300, 0.3).args).toEqual({ tMax: 300, etaMin: 0 });
    expect(freshSchedule('multiStep', 1000, 0.3).args.milestones).toEqual([250, 500, 750]);
    expect(freshSchedule('oneCycle', 300, 0.3).args).toMatchObject({ maxLr: 0.3, totalSteps: 300, pctStart: 0.3 });
    expect(freshWarmup(400).steps).toBe(20);
  });

  test('that keep the rate constant are left out of the run', () => {
    const cosine = changeSchedule(defaultExperiment, 0, defaultSchedule('cosine'));
    expect(changeSchedule(cosine, 0, defaultSchedule('constant'))).toEqual(defaultExperiment);
    expect(changeSchedule(cosine, 0, undefined)).toEqual(defaultExperiment);
  });
});

describe('the list of runs', () => {
  test('has a copy after its original, and always keeps one run', () => {
    const copied = duplicateRun(defaultExperiment, 1);
    expect(copied.runs.map(({ optimizer }) => optimizer)).toEqual(['sgd', 'adam', 'adam', 'gd']);
    const single = removeRun(removeRun(defaultExperiment, 0), 0);
    expect(single.runs).toEqual([defaultExperiment.runs[2]]);
    expect(removeRun(single, 0)).toBe(single);
  });

  test('has at most eight runs', () => {
    let experiment = defaultExperiment;
    for (const { id } of optimizers) experiment = addRun(experiment, id);
    expect(experiment.runs.length).toBe(8);
    expect(duplicateRun(experiment, 0)).toBe(experiment);
  });

  test('gets new runs with every hyperparameter of their rule', () => {
    for (const { id } of optimizers) {
      const added = addRun(defaultExperiment, id).runs[3];
      expect(Object.keys(added?.hyper ?? {})).toEqual(ruleById(id).hyper.map(({ name }) => name));
    }
  });
});

test('a smaller batch reduces the epochs to those that the limit of updates allows', () => {
  const regression = { ...changeSetting(defaultsFor('linear-regression'), 'samples', 20_000), epochs: 50 };
  const full = {
    ...regression,
    runs: regression.runs.map((run) => ({ ...run, batch: { ...fullBatch, size: 'all', accumulate: 1 } as const })),
  };
  expect(changeBatch(full, 0, { ...fullBatch, size: 100, accumulate: 1 }).epochs).toBe(50);
  expect(changeBatch(full, 0, { ...fullBatch, size: 10, accumulate: 1 }).epochs).toBe(10);
  expect(changeBatch(full, 0, { ...fullBatch, size: 1, accumulate: 1 }).epochs).toBe(1);
});
