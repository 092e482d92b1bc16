import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { View } from '../../engine/view/types';
import type { Complaint } from '../../experiment/core/complaints';
import { screenDefaults, type ScreenFields } from '../../experiment';
import type { FieldStyle, Run } from '../../experiment/core/types';

interface Hovered {
  readonly run: number;
  readonly step: number;
}

/** A point of a run from which all runs were set to continue, and what was there before. */
export interface Continuation {
  /** The new start. The notice holds as long as the experiment's start is this very array. */
  readonly start: readonly number[];
  /** The run that reached the point, with its settings of that time, and at which step. */
  readonly run: Run;
  readonly step: number;
  /** Where the runs started before, and the known minimum for the data of that time. */
  readonly formerStart: readonly number[];
  readonly formerMinimum: readonly number[] | null;
}

/**
 * What the screen shows besides the experiment: the fields that a link carries, and these. Of all of it the engine's
 * results depend on the view alone.
 */
export interface ScreenState extends ScreenFields {
  readonly hovered: Hovered | null;
  readonly playing: boolean;
  /** Speed of the playback, 1 being a whole run in ten seconds. */
  readonly speed: number;
  /** The plane of the principal directions at the beginning of the drag of the start that is going on; null without one. */
  readonly planeDuringDrag: View | null;
  /** The last style in which the gradient field was shown: switching it on again returns to this. */
  readonly lastFieldStyle: Exclude<FieldStyle, 'none'>;
  /** What was wrong with the link that was opened. */
  readonly complaints: readonly Complaint[];
  /** Nothing in that link could be used, so the screen stayed as it was. */
  readonly nothingValid: boolean;
  /** The runs were set to continue from a point; null when the notice about it was dismissed. */
  readonly continued: Continuation | null;
  /** The open dialog for user data, perhaps on a file that was dropped; null while it is closed. */
  readonly userDataDialog: { readonly file: File | null } | null;
}

export const screenStore = createStore<ScreenState>(() => ({
  ...screenDefaults,
  hovered: null,
  playing: false,
  speed: 1,
  planeDuringDrag: null,
  lastFieldStyle: 'log',
  complaints: [],
  nothingValid: false,
  continued: null,
  userDataDialog: null,
}));

export const showOnScreen = (change: Partial<ScreenState>): void => screenStore.setState(change);

export const useScreen = <T>(select: (state: ScreenState) => T): T => useStore(screenStore, select);
