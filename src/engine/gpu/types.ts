import type { EngineName } from '../trace/types';

export interface EngineStatus {
  readonly engine: EngineName;
  /** Why WebGL is not in use, as a message key; absent when it is. */
  readonly reason?: 'noWebgl2' | 'noFloatTargets' | 'contextLost' | 'outOfMemory' | 'noWorker';
  /** The driver could not compile a shader of the path or the loss, which the CPU computes instead. A sweep says so itself. */
  readonly refuses?: true;
  /** The name of the GPU, where the browser reveals it. */
  readonly renderer?: string;
}
