import { describe, expect, test } from 'vitest';
import { lessonExperiment } from '..';
import { referenceEvidence } from '../testing/evidence';
import type { Change, DoStep, Lesson, ScreenClaim } from '../types';
import { refute } from './refute';
import { rightAnswer, taskState } from './task';

const lesson: Lesson = {
  id: 'test',
  chapter: 'descent',
  title: { en: 'Test', zh: '测试' },
  about: { en: 'Test', zh: '测试' },
  minutes: 1,
  // Each update multiplies x by 0.6, -0.8 and -1.2.
  experiment: {
    version: 1,
    problem: { id: 'square' },
    start: [10],
    steps: 10,
    runs: [0.2, 0.9, 1.1].map((lr) => ({ optimizer: 'gd', hyper: { lr } })),
  },
  steps: [],
  claims: [],
};
const evidence = referenceEvidence(lessonExperiment(lesson));

/** Claims that hold of these runs, each with one like it that does not. */
const pairs: readonly (readonly [ScreenClaim, ScreenClaim])[] = [
  [
    { kind: 'arrives', run: 0, within: 0.07 },
    { kind: 'arrives', run: 0, within: 0.05 },
  ],
  [
    { kind: 'misses', run: 1, by: 1 },
    { kind: 'misses', run: 1, by: 1.1 },
  ],
  [
    { kind: 'passes', run: 0, row: 1, at: [6], within: 1e-9 },
    { kind: 'passes', run: 0, row: 11, at: [6], within: 100 },
  ],
  [
    { kind: 'ends', run: 2, as: 'left', by: 2 },
    { kind: 'ends', run: 2, as: 'left', by: 1 },
  ],
  [
    { kind: 'endsOtherwise', run: 0, than: 'converged' },
    { kind: 'endsOtherwise', run: 0, than: 'descending' },
  ],
  [
    { kind: 'grows', run: 2 },
    { kind: 'grows', run: 1 },
  ],
  [
    { kind: 'grows', run: 2, times: 38 },
    { kind: 'grows', run: 2, times: 39 },
  ],
  [
    { kind: 'falls', run: 1, times: 86 },
    { kind: 'falls', run: 1, times: 87 },
  ],
  [
    { kind: 'coordinate', run: 1, parameter: 0, at: 1, from: -8.1, to: -7.9 },
    { kind: 'coordinate', run: 1, parameter: 0, to: 1 },
  ],
  [
    { kind: 'loss', run: 0, at: 1, from: 36, to: 36.1 },
    { kind: 'loss', run: 0, at: 1, to: 36 },
  ],
  [
    { kind: 'loss', run: 0, at: 0, from: 100 },
    { kind: 'loss', run: 0, of: 'validation', from: 0 },
  ],
  [
    { kind: 'peaks', run: 1, to: 1.1 },
    { kind: 'peaks', run: 2, to: 30 },
  ],
  [
    { kind: 'strides', run: 0, at: 1, from: 3.9, to: 4.1 },
    { kind: 'strides', run: 0, at: 11, from: 0 },
  ],
  [
    { kind: 'crosses', run: 1, parameter: 0, from: 10 },
    { kind: 'crosses', run: 0, parameter: 0, from: 1 },
  ],
  [
    { kind: 'set', run: 1, name: 'lr', from: 0.9, to: 1 },
    { kind: 'set', run: 1, name: 'momentum', from: 0 },
  ],
  [
    { kind: 'straight', run: 0, within: 0.01, length: 9 },
    { kind: 'straight', run: 0, within: 0.01, length: 10 },
  ],
  [
    { kind: 'together', runs: [0, 1], until: 0, within: 0 },
    { kind: 'together', runs: [0, 1], within: 0.1 },
  ],
  [
    { kind: 'apart', runs: [0, 1], at: 1, by: 13 },
    { kind: 'apart', runs: [0, 1], at: 0, by: 0 },
  ],
  [
    { kind: 'lower', run: 0, than: 1, times: 300 },
    { kind: 'lower', run: 1, than: 0 },
  ],
  [
    { kind: 'lowest', run: 0 },
    { kind: 'lowest', run: 1 },
  ],
  [
    { kind: 'lowest', run: 1, among: [1, 2] },
    { kind: 'lowest', run: 2, among: [1, 2] },
  ],
  [
    { kind: 'ratio', run: 1, over: 0, at: 1, from: 1.7, to: 1.8 },
    { kind: 'ratio', run: 1, over: 0, at: 1, to: 1.7 },
  ],
  [
    { kind: 'smaller', run: 0, than: 1, times: 10 },
    { kind: 'smaller', run: 1, than: 0 },
  ],
  [
    { kind: 'nearer', run: 0, than: 1, to: [6], at: 1 },
    { kind: 'nearer', run: 1, than: 0, to: [6], at: 1 },
  ],
  [
    { kind: 'averages', run: 1, from: 0, times: 1 },
    { kind: 'averages', run: 0, from: 0, times: 1 },
  ],
];

describe('a claim holds or is refuted', () => {
  test.each(pairs.map(([holds, fails]) => [JSON.stringify(holds), holds, JSON.stringify(fails), fails] as const))(
    '%s',
    (_, holds, __, fails) => {
      expect(refute(holds, evidence)).toBeNull();
      expect(refute(fails, evidence)).not.toBeNull();
    },
  );

  test('a loss that is no number is below none, and has grown', () => {
    const nan = {
      ...evidence,
      runs: evidence.runs.map((run) => ({ ...run, loss: Float64Array.from([1, Number.NaN]) })),
    };
    expect(refute({ kind: 'grows', run: 0 }, nan)).toBeNull();
    for (const claim of [
      { kind: 'falls', run: 0 },
      { kind: 'lowest', run: 0 },
      { kind: 'loss', run: 0 },
      { kind: 'ratio', run: 0, over: 1 },
    ] as const)
      expect(refute(claim, nan)).not.toBeNull();
  });

  test('a run or point that is not there is an error', () => {
    expect(() => refute({ kind: 'grows', run: 3 }, evidence)).toThrow(RangeError);
    expect(() => refute({ kind: 'arrives', run: 0, within: 1 }, { ...evidence, minima: [] })).toThrow(TypeError);
  });
});

const words = { en: '', zh: '' };
const task: DoStep = {
  kind: 'do',
  task: words,
  hint: words,
  claims: [{ kind: 'ends', run: 0, as: 'converged' }],
  solution: { runs: { 0: { hyper: { lr: 0.49 } } } },
  par: { of: 'updates', run: 0, is: 2, best: 'least' },
};

describe('a task', () => {
  const stateAfter = (change: Change) => taskState(lesson, task, referenceEvidence(lessonExperiment(lesson, change)));

  test('is done when its claims hold, and has a score', () => {
    expect(stateAfter({})).toEqual({ isDone: false, isAstray: false, score: null });
    expect(stateAfter(task.solution)).toEqual({ isDone: true, isAstray: false, score: 2 });
    expect(stateAfter({ runs: { 0: { hyper: { lr: 0.4 } } } })).toMatchObject({ isDone: true, score: 5 });
  });

  test('does not count if something else was changed', () => {
    for (const change of [{ start: [0.001] }, { steps: 20 }, { runs: { 1: { hyper: { lr: 0.1 } } } }])
      expect(stateAfter({ ...task.solution, ...change }).isDone).toBe(false);
    expect(stateAfter({ steps: 20 }).isAstray).toBe(true);
  });

  test('allows further runs', () => {
    const { runs } = lesson.experiment;
    const more = [{ optimizer: 'gd', hyper: { lr: 0.49 } }, ...runs.slice(1), ...runs].map((run) => ({ ...run }));
    expect(stateAfter({ runs: more })).toMatchObject({ isDone: true });
  });
});

test('no answer is right if several claims hold, or none', () => {
  const answersOf = (...claims: ScreenClaim[]) => claims.map((claim) => ({ text: words, claim }));
  const step = { kind: 'predict', question: words, because: words } as const;
  const [yes, no]: [ScreenClaim, ScreenClaim] = [
    { kind: 'grows', run: 2 },
    { kind: 'grows', run: 0 },
  ];
  expect(rightAnswer({ ...step, answers: answersOf(no, yes) }, evidence)).toBe(1);
  expect(rightAnswer({ ...step, answers: answersOf(yes, yes) }, evidence)).toBeNull();
  expect(rightAnswer({ ...step, answers: answersOf(no, no) }, evidence)).toBeNull();
});
