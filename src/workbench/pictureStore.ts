import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { EngineStatus, Inspection, Landscape, Trace } from '../engine/types';

/** What the engine last answered. An answer stays on the screen until a newer one replaces it. */
export interface PictureState {
  readonly trace: Trace | null;
  readonly landscape: Landscape | null;
  readonly inspection: Inspection | null;
  /** Columns of the data set; null for problems without data. */
  readonly data: readonly Float64Array[] | null;
  readonly status: EngineStatus | null;
  /** What went wrong in the engine, as a sentence; null when nothing has since the last answer. */
  readonly error: string | null;
}

export const pictureStore = createStore<PictureState>(() => ({
  trace: null,
  landscape: null,
  inspection: null,
  data: null,
  status: null,
  error: null,
}));

export const usePicture = <T>(select: (state: PictureState) => T): T => useStore(pictureStore, select);
