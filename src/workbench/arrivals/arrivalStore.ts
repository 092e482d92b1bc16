import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Complaint } from '../../experiment/core/complaints';
import type { Experiment } from '../../experiment/core/types';
import type { Playlist } from '../../experiment/playlist/types';

/** Something that was pasted or dropped and can be opened. */
export type Offer =
  | { readonly kind: 'link'; readonly fragment: string; readonly experiment: Experiment }
  | { readonly kind: 'experiment'; readonly experiment: Experiment; readonly complaints: readonly Complaint[] };

export interface PlaylistArrival {
  readonly kind: 'playlist';
  readonly playlist: Playlist;
  readonly complaints: readonly Complaint[];
  /** The picture that was being presented when the page was reloaded; null where the list has just arrived. */
  readonly from: number | null;
}

/** What the page says about it: an offer, that it was opened, or what is wrong with it. */
export type Arrival =
  | { readonly kind: 'offer'; readonly offer: Offer }
  | PlaylistArrival
  | { readonly kind: 'opened'; readonly takeBack: () => void }
  | { readonly kind: 'notJson'; readonly line: number; readonly column: number };

/** The text of a log, from a file or pasted; the dialog for logs is open. */
export interface LogDraft {
  readonly name: string;
  readonly text: string;
  /** The file, which can be used as data instead. */
  readonly file: File | null;
}

interface Arrivals {
  readonly arrival: Arrival | null;
  /** The open dialog for logs, empty where nothing has been chosen yet; null while it is closed. */
  readonly logDialog: LogDraft | 'empty' | null;
}

/** Read by components through `useArrivals`. */
export const arrivalStore = createStore<Arrivals>(() => ({ arrival: null, logDialog: null }));

export const setArrival = (arrival: Arrival | null): void => arrivalStore.setState({ arrival });

/** What is opened next is not what the offer of a playlist was about. */
export function endPlaylistOffer(): void {
  if (arrivalStore.getState().arrival?.kind === 'playlist') setArrival(null);
}

export const setLogDialog = (logDialog: Arrivals['logDialog']): void => arrivalStore.setState({ logDialog });

export const useArrivals = <T>(select: (state: Arrivals) => T): T => useStore(arrivalStore, select);
