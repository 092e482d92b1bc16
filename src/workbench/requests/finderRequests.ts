import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { readFinder, type FinderReading } from '../../engine/series/finder';
import { finderExperiment } from '../../experiment/finder';
import { currentExperiment, experimentStore } from '../stores/experimentStore';
import { follow } from './follow';
import { workerClient } from './pageWorkerClient';

/** What the finder found of every run; empty until it has answered. It stays until a newer answer replaces it. */
const finderStore = createStore<{ readonly readings: readonly FinderReading[] }>(() => ({ readings: [] }));

const followFinder = (): (() => void) =>
  follow(
    [experimentStore],
    () => [currentExperiment()],
    ([experiment]) =>
      workerClient().ask('finder', { experiment: finderExperiment(experiment) }, ({ runs }) =>
        finderStore.setState({ readings: runs.map(readFinder) }),
      ),
  );

/** The finder's readings, kept up to date with the experiment as long as the component is mounted. */
export function useFollowedFinder(): readonly FinderReading[] {
  useEffect(followFinder, []);
  return useStore(finderStore, (state) => state.readings);
}
