import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { followMoment, type MovingMoment } from './followMoment';
import type { Moment } from './summary';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function followed(first: Moment) {
  const store = createStore<MovingMoment>(() => ({ ...first, isPlaying: false }));
  const told: Moment[] = [];
  const stop = followMoment([store], store.getState, (moment) => told.push(moment));
  return { store, told, stop };
}

test('while the runs play nothing is said, and once they rest it is said once', () => {
  const { store, told, stop } = followed({ step: 0, hidesFuture: false });
  // A run of 120 steps, and one of a few, whose steps take seconds.
  store.setState({ isPlaying: true });
  for (let step = 1; step <= 120; step += 1) {
    store.setState({ step });
    vi.advanceTimersByTime(step < 117 ? 1000 / 60 : 2000);
  }
  expect(told).toEqual([]);
  store.setState({ isPlaying: false });
  vi.advanceTimersByTime(2000);
  expect(told).toEqual([{ step: 120, hidesFuture: false }]);
  stop();
});

test('a slider that moves the step is followed when it rests', () => {
  const { store, told, stop } = followed({ step: 0, hidesFuture: false });
  for (let step = 1; step <= 9; step += 1) store.setState({ step });
  expect(told).toEqual([]);
  vi.advanceTimersByTime(2000);
  expect(told).toEqual([{ step: 9, hidesFuture: false }]);
  stop();
});

test('a future that is hidden is no longer said, at once', () => {
  const { store, told, stop } = followed({ step: 100, hidesFuture: false });
  store.setState({ step: 0, hidesFuture: true });
  expect(told).toEqual([{ step: 0, hidesFuture: true }]);
  store.setState({ step: 1 });
  stop();
  vi.advanceTimersByTime(2000);
  expect(told).toHaveLength(1);
});
