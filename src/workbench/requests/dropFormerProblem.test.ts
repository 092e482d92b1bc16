import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { changeSetting, defaultsFor } from '../../experiment';
import type { Trace } from '../../engine/trace/types';
import type { Landscape } from '../../engine/view/types';
import { currentExperiment, edit } from '../stores/experimentStore';
import { resultStore } from '../stores/resultStore';
import { dropFormerProblem } from './dropFormerProblem';

const trace: Trace = { engine: 'float64', parameters: [], totals: [], runs: [], epochSize: 0, minima: [] };
const landscape = {} as Landscape;

/** Answers as the worker would for the present experiment. */
const answerTrace = () => resultStore.setState({ trace, traced: currentExperiment(), traceId: 1 });
const answerLandscape = () => resultStore.setState({ landscape, landscapeOf: currentExperiment().problem });
const shown = () => {
  const state = resultStore.getState();
  return { trace: state.trace !== null, landscape: state.landscape !== null };
};

let stop = (): void => undefined;
beforeEach(() => {
  vi.useFakeTimers();
  edit(defaultsFor('rosenbrock'));
  answerTrace();
  answerLandscape();
  stop = dropFormerProblem();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

it('takes the former problem off the screen if the answers are late, each by itself', () => {
  edit(defaultsFor('booth'));
  answerTrace();
  expect(shown()).toEqual({ trace: true, landscape: true });
  vi.advanceTimersByTime(1000);
  expect(shown()).toEqual({ trace: true, landscape: false });
  answerLandscape();
  edit(defaultsFor('square'));
  answerLandscape();
  vi.advanceTimersByTime(1000);
  expect(shown()).toEqual({ trace: false, landscape: true });
  expect(resultStore.getState().traceId).toBeNull();
});

it('leaves the picture of the same problem with other settings, and of one that came back in time', () => {
  edit(changeSetting(currentExperiment(), 'b', 7));
  vi.advanceTimersByTime(1000);
  expect(shown()).toEqual({ trace: true, landscape: true });
  const before = currentExperiment();
  edit(defaultsFor('booth'));
  edit(before);
  vi.advanceTimersByTime(1000);
  expect(shown()).toEqual({ trace: true, landscape: true });
});

it('does nothing after it has been stopped', () => {
  edit(defaultsFor('booth'));
  stop();
  vi.advanceTimersByTime(1000);
  expect(shown()).toEqual({ trace: true, landscape: true });
});
