import type { EngineClient } from '../../engine/worker/client.types';

let client: EngineClient | null = null;

/** The page's one engine is here from the start on, for what loads after the first picture. */
export const shareEngine = (engine: EngineClient): void => void (client = engine);

/** Throws where the page was not started. */
export function pageEngine(): EngineClient {
  if (client === null) throw new Error('there is no engine before startWorkbench');
  return client;
}
