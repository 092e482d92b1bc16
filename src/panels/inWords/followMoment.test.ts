import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { followMoment } from './followMoment';
import type { Moment } from './summary';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function followed(first: Moment) {
  const store = createStore<Moment>(() => first);
  const told: Moment[] = [];
  const stop = followMoment([store], store.getState, (moment) => told.push(moment));
  return { store, told, stop };
}

test('while the runs play nothing is said, and once they rest it is said once', () => {
  const { store, told, stop } = followed({ step: 0, hidesFuture: false });
  for (let step = 1; step <= 120; step += 1) {
    store.setState({ step });
    vi.advanceTimersByTime(1000 / 60);
  }
  expect(told).toEqual([]);
  vi.advanceTimersByTime(2000);
  expect(told).toEqual([{ step: 120, hidesFuture: false }]);
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
