import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { AnswerOf } from '../../engine/worker/requests';
import { currentExperiment, experimentStore } from '../stores/experimentStore';
import { follow } from './follow';
import { workerClient } from './pageWorkerClient';

/** What the finder found of every run; empty until it has answered. It stays until a newer answer replaces it. */
const finderStore = createStore<AnswerOf<'finder'>>(() => ({ readings: [], trials: null }));

const followFinder = (): (() => void) =>
  follow(
    [experimentStore],
    () => [currentExperiment()],
    ([experiment]) => workerClient().ask('finder', { experiment }, (found) => finderStore.setState(found)),
  );

/** What the finder found, kept up to date with the experiment as long as the component is mounted. */
export function useFollowedFinder(): AnswerOf<'finder'> {
  useEffect(followFinder, []);
  return useStore(finderStore);
}
