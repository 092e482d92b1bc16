import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PlaylistEntry, Playlist } from '../../experiment/playlist/types';

/** Where a talk is. Links do not carry it. */
interface PresentState {
  /** What is walked through. */
  readonly playlist: Playlist;
  /** The entry on the screen; -1 is what was there when presenting began, before the first entry. */
  readonly index: number;
  /** Whether the screen is black, so that the audience looks at the speaker. */
  readonly isBlack: boolean;
  /** Whether a bright spot follows the pointer. */
  readonly hasSpot: boolean;
  /** Whether the next picture has been computed, or needs nothing that takes time. */
  readonly isNextReady: boolean;
  /** Whether the dialog for what is presented is open. */
  readonly showsSetUp: boolean;
}

export const nothingPresented: PresentState = {
  playlist: { name: '', entries: [] },
  index: -1,
  isBlack: false,
  hasSpot: false,
  isNextReady: false,
  showsSetUp: false,
};

export const presentStore = createStore<PresentState>(() => nothingPresented);

export const usePresent = <T>(select: (state: PresentState) => T): T => useStore(presentStore, select);

/** The entry on the screen; null before the first one. */
export const currentEntry = ({ playlist, index }: PresentState): PlaylistEntry | null =>
  playlist.entries[index] ?? null;
