import { beforeEach, describe, expect, it } from 'vitest';
import type { RunTrace, Trace } from '../../engine/trace/types';
import { defaultsFor } from '../../experiment';
import { currentExperiment, edit, experimentStore, forgetHistory, redo, undo } from '../stores/experimentStore';
import { resultStore } from '../stores/resultStore';
import { canContinue, continueFrom, newSeed, reset } from './restart';
import { screenStore, setScreen } from '../stores/screenStore';

/** A run whose three parameters double at every update; if it diverged, its last row is not finite. */
const trail = (rows: number, diverged: boolean): RunTrace => ({
  rows,
  params: Float64Array.from({ length: 3 * rows }, (_, i) =>
    diverged && i >= 3 * (rows - 1) ? Infinity : (1 + (i % 3)) * 2 ** Math.floor(i / 3),
  ),
  loss: new Float64Array(rows),
  state: new Float64Array(0),
  outcome: null,
  samplesSeen: new Float64Array(rows),
  lr: new Float64Array(rows - 1),
});

const trace: Trace = {
  engine: 'webgl',
  parameters: ['w1', 'w2', 'b'],
  totals: [6, 4, 6],
  runs: [trail(6, false), trail(4, true), trail(6, false)],
  epochSize: 1000,
  minima: [[2, -3.4, 4.2]],
};

beforeEach(() => {
  edit(defaultsFor('linear-regression'));
  forgetHistory();
  resultStore.setState({ trace });
  setScreen({ step: null, continued: null });
});

describe('continuing from a run', () => {
  it('starts every run at its point at the current step, and remembers the start before', () => {
    const before = currentExperiment();
    setScreen({ step: 3 });
    continueFrom(0);
    expect(currentExperiment()).toEqual({ ...before, start: [8, 16, 24] });
    expect(screenStore.getState()).toMatchObject({
      step: null,
      continued: {
        start: [8, 16, 24],
        run: before.runs[0],
        step: 3,
        formerStart: [1, 2, 3],
        formerMinimum: [2, -3.4, 4.2],
      },
    });
  });

  it('can be undone and redone, and its notice applies only while its start is in use', () => {
    const isNoticeShown = () => screenStore.getState().continued?.start === currentExperiment().start;
    const before = currentExperiment();
    continueFrom(0);
    expect(isNoticeShown()).toBe(true);
    undo();
    expect(currentExperiment()).toEqual(before);
    expect(isNoticeShown()).toBe(false);
    redo();
    expect(isNoticeShown()).toBe(true);
    newSeed();
    expect(isNoticeShown()).toBe(true);
    void reset();
    expect(isNoticeShown()).toBe(false);
  });

  it('is not offered at a step where the run is no longer finite, but is at an earlier step', () => {
    setScreen({ step: 5 });
    expect([0, 1, 2, 3].map(canContinue)).toEqual([true, false, true, false]);
    const before = currentExperiment();
    continueFrom(1);
    expect(currentExperiment()).toBe(before);
    setScreen({ step: 2 });
    expect(canContinue(1)).toBe(true);
    continueFrom(1);
    expect(currentExperiment().start).toEqual([4, 8, 12]);
  });
});

it('a new seed differs from the one before, and can be undone', () => {
  const { seed } = currentExperiment();
  for (let i = 0; i < 200; i += 1) {
    const before = currentExperiment().seed;
    newSeed();
    expect(currentExperiment().seed).not.toBe(before);
    undo();
    expect(currentExperiment().seed).toBe(before);
  }
  expect(currentExperiment().seed).toBe(seed);
  expect(experimentStore.temporal.getState().pastStates.length).toBe(0);
});
