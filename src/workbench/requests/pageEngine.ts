import type { WorkerClient } from '../../engine/worker/workerClient.types';

let client: WorkerClient | null = null;

/** The page's one engine is here from the start on, for what loads after the first picture. */
export const shareEngine = (engine: WorkerClient): void => void (client = engine);

/** Throws where the page was not started. */
export function pageEngine(): WorkerClient {
  if (client === null) throw new Error('there is no engine before startWorkbench');
  return client;
}
