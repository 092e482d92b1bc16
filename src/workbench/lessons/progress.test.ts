import { beforeEach, expect, it, vi } from 'vitest';
import { lessons, type Lesson } from '../../lessons';
import { opening } from '../../lessons/opening';

const store = new Map<string, string>();
let isBlocked = false;
const check = () => {
  if (isBlocked) throw new Error('blocked');
};
vi.stubGlobal('localStorage', {
  getItem: (key: string) => {
    check();
    return store.get(key) ?? null;
  },
  setItem: (key: string, value: string) => {
    check();
    store.set(key, value);
  },
  removeItem: (key: string) => {
    check();
    store.delete(key);
  },
});

const { clearProgress, finishedSteps, finishStep, isFinished, progressStore, storedProgress } =
  await import('./progress');

const KEY = 'overshoot.lessons';
const [first, second] = lessons as readonly [Lesson, Lesson];
const shown = () => progressStore.getState().progress;

beforeEach(() => {
  isBlocked = false;
  clearProgress();
});

it('counts the opening as done when every stop is, and no lesson has its name', () => {
  expect(lessons.map(({ id }) => id)).not.toContain(opening.id);
  opening.steps.forEach((_, step) => {
    expect(isFinished(shown(), opening)).toBe(false);
    finishStep(opening, step);
  });
  expect(isFinished(shown(), opening)).toBe(true);
});

it('keeps finished steps on the device, each once and in order, until they are cleared', () => {
  for (const step of [1, 0, 1]) finishStep(first, step);
  expect(storedProgress()).toEqual({ [first.id]: [0, 1] });
  expect(finishedSteps(shown(), first)).toBe(2);
  expect(isFinished(shown(), first)).toBe(false);
  first.steps.forEach((_, step) => finishStep(first, step));
  expect(isFinished(shown(), first)).toBe(true);
  expect(isFinished(shown(), second)).toBe(false);
  clearProgress();
  expect(storedProgress()).toEqual({});
  expect(store.has(KEY)).toBe(false);
});

it('keeps what another tab has stored in the meantime', () => {
  finishStep(first, 0);
  store.set(KEY, JSON.stringify({ [first.id]: [0, 2], [second.id]: [1] }));
  finishStep(first, 1);
  expect(storedProgress()).toEqual({ [first.id]: [0, 1, 2], [second.id]: [1] });
  expect(shown()).toEqual(storedProgress());
});

it.each([['{'], ['null'], ['[1]'], ['"all"'], ['{"a": "all", "b": [-1], "c": [0.5], "d": [0], "e": null}']])(
  'reads damaged storage: %s',
  (text) => {
    store.set(KEY, text);
    expect(storedProgress()).toEqual(text.includes('"d"') ? { d: [0] } : {});
  },
);

it('counts no step that the lesson does not have', () => {
  expect(finishedSteps({ [first.id]: [0, 17] }, first)).toBe(1);
});

it('shows progress where the storage is blocked', () => {
  isBlocked = true;
  expect(storedProgress()).toEqual({});
  finishStep(first, 0);
  expect(finishedSteps(shown(), first)).toBe(1);
  clearProgress();
  expect(shown()).toEqual({});
});
