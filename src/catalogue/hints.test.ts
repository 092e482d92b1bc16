import { describe, expect, test } from 'vitest';
import { custom, descent, pointOf, runInFloat64, runOf } from '../engine/testing/experiments';
import { hyperHelp } from './hyperparameterHelp';
import { hyperDomain } from './hyperparameters';
import { findRule, methods, modifiers, optimizers, ruleOf } from '.';

/* What the hints say of hyperparameters whose effect differs from rule to rule, against runs. */

type Hyper = Parameters<typeof runOf>[1];

const hint = (name: string, optimizer: string) => hyperHelp(name, optimizer).en;
const end = (loss: string, start: number, steps: number, id: string, hyper: Hyper) =>
  pointOf(runInFloat64(descent(custom(loss, 'x'), [start], steps, runOf(id, hyper))), -1)[0] ?? NaN;
const having = (name: string) =>
  optimizers.filter((optimizer) => ruleOf(optimizer).hyper.some((hyper) => hyper.name === name)).map(({ id }) => id);

describe.each(having('weightDecay'))('weight decay of %s', (id) => {
  test('shrinks the parameters beside the step, or is added to the gradient', () => {
    const step = (hyper: Hyper) => 2 - end('1000*x', 2, 1, id, { lr: 0.01, ...hyper });
    const added = step({ weightDecay: 0.5 }) - step({ weightDecay: 0 });
    if (hint('weightDecay', id).includes('not through the gradient')) expect(added).toBeCloseTo(0.01 * 0.5 * 2, 9);
    else {
      // The same as the loss with the penalty 0.5/2 x^2.
      const penalized = end('1000*x + 0.25*x^2', 2, 30, id, { lr: 0.01 });
      expect(end('1000*x', 2, 30, id, { lr: 0.01, weightDecay: 0.5 })).toBeCloseTo(penalized, 9);
      expect(hint('weightDecay', id)).toContain('to the gradient');
    }
  });
});

test('where gradients are large, Adam hardly feels its weight decay, and AdamW does', () => {
  const moved = (id: string) =>
    end('1000*x', 2, 20, id, { lr: 0.01, weightDecay: 0.5 }) - end('1000*x', 2, 20, id, { lr: 0.01, weightDecay: 0 });
  expect(Math.abs(moved('adam'))).toBeLessThan(1e-5);
  expect(moved('adamw')).toBeLessThan(-0.1);
});

describe.each(having('nesterov'))('Nesterov of %s', (id) => {
  test('takes its gradient where the hint says', () => {
    const rule = findRule(id)?.rule ?? '';
    // The point of the gradient is theta itself, or theta along the velocity.
    const isAtTheta = /grad\(theta\)/.test(rule);
    expect(hint('nesterov', id).includes('where the parameters are, and')).toBe(isAtTheta);
    // Either way it differs from plain momentum from the second update on.
    const at = (nesterov: boolean) => end('x^2', 10, 2, id, { lr: 0.1, momentum: 0.9, nesterov });
    expect(Math.abs(at(true) - at(false))).toBeGreaterThan(0.1);
  });
});

describe('epsilon', () => {
  const first = (id: string, eps: number, slope: number) => 2 - end(`${slope}*x`, 2, 1, id, { lr: 0.1, eps });

  test.each(['adam', 'adagrad', 'rmsprop'])('of %s bounds the steps of tiny gradients', (id) => {
    expect(hint('eps', id)).toContain('bounds the steps that tiny gradients make');
    expect(first(id, 1e-2, 1e-6)).toBeLessThan(first(id, 1e-10, 1e-6) / 100);
  });

  test.each(['adam-eps-inside', 'rmsprop-tf'])('of %s counts as much as its root', (id) => {
    expect(hint('eps', id)).toContain('1e-4 like 0.01');
    // lr g/sqrt(g^2 + eps), which is lr g/0.01 for a small g; RMSprop's average has a tenth of g^2.
    expect(first(id, 1e-4, 1e-5) / (0.1 * 1e-5)).toBeCloseTo(100, 1);
  });

  test('of Adadelta makes the first steps longer', () => {
    expect(hint('eps', 'adadelta')).toContain('a larger one makes them longer');
    expect(first('adadelta', 1e-2, 1)).toBeGreaterThan(10 * first('adadelta', 1e-6, 1));
  });
});

describe('averages', () => {
  test('Lion forgets gradients by beta2, and weighs their average by beta1', () => {
    expect(hint('beta2', 'lion')).not.toContain('squared');
    // A large gradient once, small ones after: with beta2 0 the sign turns at once, with 0.99 it takes many updates.
    const loss = 'if(x > 1.95, 100*x, -x)';
    const at = (beta2: number) => end(loss, 2, 12, 'lion', { lr: 0.1, beta1: 0.9, beta2 });
    expect(at(0.99)).toBeLessThan(1.2);
    expect(at(0)).toBeGreaterThan(1.8);
    // With beta1 0 only the newest gradient counts.
    expect(end(loss, 2, 2, 'lion', { lr: 0.1, beta1: 0, beta2: 0.99 })).toBeCloseTo(2, 9);
  });

  test('Adamax divides by the largest gradient, which beta2 forgets', () => {
    expect(hint('beta2', 'adamax')).toContain('largest gradient');
    const trace = runInFloat64(
      descent(custom('x^2', 'x'), [10], 5, runOf('adamax', { lr: 0.1, beta1: 0, beta2: 0.5, eps: 0 })),
    );
    // The gradients 20, 19.8 ... fall more slowly than by half: each is the largest, and each step is the rate.
    [1, 2, 3].forEach((row) => expect(pointOf(trace, row)[0]).toBeCloseTo(10 - 0.1 * row, 9));
  });

  test("PyTorch's AMSGrad may make longer steps again: its correction fades", () => {
    expect(hint('amsgrad', 'adam')).not.toContain('never');
    const trace = runInFloat64(
      descent(custom('if(x > 1.9, 100*x, 10*x)', 'x'), [1.95], 60, runOf('adam', { lr: 0.1, beta1: 0, amsgrad: true })),
    );
    const step = (row: number) => (pointOf(trace, row - 1)[0] ?? NaN) - (pointOf(trace, row)[0] ?? NaN);
    expect(step(60)).toBeGreaterThan(1.5 * step(2));
  });
});

test('the rate of Rprop is its first step alone', () => {
  expect(hint('lr', 'rprop')).toContain('first step');
  const at = (lr: number, row: number) =>
    pointOf(runInFloat64(descent(custom('x', 'x'), [0], 3, runOf('rprop', { lr }))), row)[0] ?? NaN;
  expect(at(0.1, 1)).toBeCloseTo(-0.1, 12);
  expect(at(0.1, 2) - at(0.1, 1)).toBeCloseTo(-0.12, 12);
});

test('dampening does not touch the first gradient', () => {
  expect(hint('dampening', 'sgd')).toContain('except the first');
  expect(end('x', 0, 1, 'sgd', { lr: 0.1, momentum: 0.5, dampening: 0.9 })).toBeCloseTo(-0.1, 12);
  expect(end('x', 0, 2, 'sgd', { lr: 0.1, momentum: 0.5, dampening: 0.9 })).toBeCloseTo(-0.1 - 0.1 * (0.5 + 0.1), 12);
});

test("Adagrad's rate decays by the updates made, and a larger start value shortens the first step", () => {
  const at = (hyper: Hyper, steps: number) => end('x', 0, steps, 'adagrad', { lr: 1, eps: 0, ...hyper });
  expect(at({ lrDecay: 0.5 }, 2)).toBeCloseTo(-1 - 1 / (1.5 * Math.SQRT2), 12);
  expect(at({ initialAccumulatorValue: 3 }, 1)).toBeCloseTo(-1 / 2, 12);
});

test("NAdam's momentum rises from half to all of beta1", () => {
  expect(hint('momentumDecay', 'nadam')).toContain('from half of its value');
  const momentum = (t: number) => 0.9 * (1 - 0.5 * 0.96 ** (t * 0.004));
  expect(momentum(0)).toBeCloseTo(0.45, 12);
  expect(findRule('nadam')?.rule).toContain('mu = beta1*(1 - 0.5*0.96^(t*momentumDecay))');
});

test('there is a sentence for every hyperparameter of the catalogue and of its modifiers, in both languages', () => {
  const asked = [
    ...optimizers.flatMap((optimizer) => ruleOf(optimizer).hyper.map(({ name }) => hyperHelp(name, optimizer.id))),
    ...methods.flatMap(({ id, hyper }) => Object.keys(hyper).map((name) => hyperHelp(name, id))),
    ...modifiers.flatMap(({ settings }) => Object.keys(settings).map((name) => hyperHelp(name))),
  ];
  for (const { en, zh } of asked)
    expect([en, zh]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/。$/)]);
});

test("a hyperparameter of a user's rule has the sentence of the catalogue's, or its default", () => {
  const text =
    'own(lr = 0.1, momentum = 0.9, k = 3, nesterov = 2, accept = 0.5)\ntheta = theta - lr*k*momentum*nesterov*accept*grad(theta)';
  expect(hyperHelp('momentum', text)).toBe(hyperHelp('momentum'));
  expect(hyperHelp('k', text).en).toBe('Default: 3.');
  // A number here, a flag in the catalogue.
  expect(hyperHelp('nesterov', text).en).toBe('Default: 2.');
  // A classical method has one of this name, at most 0.24.
  expect(hyperHelp('accept', text).en).toBe('Default: 0.5.');
  expect(hyperDomain('accept', text).max).toBeGreaterThan(0.5);
});
