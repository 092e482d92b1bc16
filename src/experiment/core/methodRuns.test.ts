import { describe, expect, test } from 'vitest';
import { parseExperiment } from '../json/parse';
import { toJson } from '../json/json';
import { decodeLink } from '../link/link';
import { defaultRun, defaultsFor, fullBatch } from './defaults';
import { changeBatch, changeModifiers, changeOptimizer, changeProblem, changeSchedule } from './edits';
import { sentence } from './sentences';

const onRegression = (run: object) => ({
  version: 1,
  problem: { id: 'linear-regression' },
  runs: [{ optimizer: 'bfgs', ...run }],
});

describe('around a classical method', () => {
  test('a schedule, modifiers and a batch are refused by name, and the run is kept without them', () => {
    const { experiment, complaints } = parseExperiment(
      onRegression({
        hyper: { c2: 0.5 },
        schedule: { kind: 'step' },
        modifiers: { l2: 1 },
        precision: { format: 'float32' },
        batch: { size: 10 },
      }),
    );
    expect(complaints.map(({ field, code }) => [field, code])).toEqual([
      ['runs.0.schedule', 'onlyRules'],
      ['runs.0.modifiers', 'onlyRules'],
      ['runs.0.precision', 'onlyRules'],
      ['runs.0.batch', 'onlyRules'],
    ]);
    expect(complaints[0] && sentence(complaints[0])).toContain('a classical method has optimizer, hyper');
    expect(experiment.runs).toEqual([
      { optimizer: 'bfgs', hyper: { c1: 1e-4, c2: 0.5, gtol: 1e-5 }, batch: fullBatch },
    ]);
    expect(parseExperiment(toJson(experiment))).toEqual({ experiment, complaints: [] });
  });

  test('nothing of these stays when a rule gives way to it, and the rule after it gets its own', () => {
    const { experiment } = decodeLink('v=1&p=linear-regression&r=sgd;lr=0.2;batch=4;l2=0.1;schedule=step').state;
    const method = changeOptimizer(experiment, 0, 'lbfgs');
    expect(method.runs).toEqual([defaultRun('lbfgs', experiment.problem)]);
    expect(method.runs[0]?.batch).toEqual(fullBatch);
    expect(changeOptimizer(method, 0, 'sgd').runs).toEqual([defaultRun('sgd', experiment.problem)]);
  });

  test('no edit puts them there', () => {
    const method = {
      ...defaultsFor('linear-regression'),
      runs: [defaultRun('newton', defaultsFor('linear-regression').problem)],
    };
    expect(changeBatch(method, 0, { ...fullBatch, size: 3 })).toBe(method);
    expect(changeSchedule(method, 0, { kind: 'step', args: { stepSize: 5, gamma: 0.5 } })).toBe(method);
    expect(changeModifiers(method, 0, { l2: 1 })).toBe(method);
    expect(changeProblem(method, 'rosenbrock').runs).toEqual([{ optimizer: 'newton', hyper: { gtol: 1e-5 } }]);
  });
});
