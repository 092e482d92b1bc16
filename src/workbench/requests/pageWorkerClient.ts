import type { WorkerClient } from '../../engine/worker/workerClient.types';

let client: WorkerClient | null = null;

/** Sets the worker client of the page, of which there is one. */
export const setWorkerClient = (created: WorkerClient): void => void (client = created);

/** The worker client of the page, for code that loads after the first picture. Throws before `startWorkbench`. */
export function workerClient(): WorkerClient {
  if (client === null) throw new Error('there is no worker client before startWorkbench');
  return client;
}
