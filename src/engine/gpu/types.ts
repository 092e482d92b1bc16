import type { EngineName } from '../trace/types';

export interface EngineStatus {
  readonly engine: EngineName;
  /** Why WebGL is not in use, as a message key; absent when it is. */
  readonly reason?: 'noWebgl2' | 'noFloatTargets' | 'contextLost' | 'noWorker';
  /** The name of the GPU, where the browser reveals it. */
  readonly renderer?: string;
}
