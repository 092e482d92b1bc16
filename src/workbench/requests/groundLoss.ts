import { currentExperiment } from '../stores/experimentStore';
import { workerClient } from './pageWorkerClient';

/** Asks for the loss at a point of the problem on the screen; of several points only the newest is answered. */
export const readLoss = (point: readonly number[], show: (loss: number) => void): void =>
  workerClient().ask('loss', { experiment: currentExperiment(), point }, show);
