import type { EngineName } from '../trace/types';

export interface EngineStatus {
  readonly engine: EngineName;
  /** Why the faster engine is not in use, as a message key; absent when it is. */
  readonly reason?: 'noWebgl2' | 'noFloatTargets' | 'contextLost';
  /** The GPU's own name for itself, where the browser tells. */
  readonly renderer?: string;
}
