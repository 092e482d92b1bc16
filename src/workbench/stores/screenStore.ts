import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { View } from '../../engine/view/types';
import type { Complaint } from '../../experiment/core/complaints';
import { screenDefaults, type AwaitedUserData, type ScreenFields } from '../../experiment';
import type { Experiment, FieldStyle, PlotView, Run } from '../../experiment/core/types';

interface Hovered {
  readonly run: number;
  readonly step: number;
}

/** The point of a run that became the start of all runs, and the start before it. */
export interface Continuation {
  /** The new start. The notice applies as long as the experiment's start is this same array object. */
  readonly start: readonly number[];
  /** The run that reached the point, as it was set then, and the step at which it reached it. */
  readonly run: Run;
  readonly step: number;
  /** The start before the change, and the known minimum for the data of that time. */
  readonly formerStart: readonly number[];
  readonly formerMinimum: readonly number[] | null;
}

/** What a link is on that leaves out user data, as long as they are not there. */
interface Awaiting extends AwaitedUserData {
  /** What stood on the screen in place of that, when the link was opened. */
  readonly shown: Experiment;
}

/**
 * What the screen shows besides the experiment: the fields that a link carries, and the fields below. The trace
 * depends on none of them; other requests do, such as the landscape on the view and the inspection on the step.
 */
export interface ScreenState extends ScreenFields {
  readonly hovered: Hovered | null;
  readonly playing: boolean;
  /** Whether nothing is shown of what the runs do after the current step: a lesson has asked for a prediction, or a picture that is presented has not been played. */
  readonly hidesFuture: boolean;
  /** Whether the stage fills the screen with large type, for an audience (workbench/present). */
  readonly presenting: boolean;
  /** How many links have been opened: a lesson that is opened again begins again. */
  readonly opened: number;
  /** Speed of the playback; at 1 a whole run takes ten seconds. */
  readonly speed: number;
  /**
   * The principal plane as it was when the current drag of the start began; null while the start is not being
   * dragged.
   */
  readonly planeDuringDrag: View | null;
  /** Ratio of width to height of the path's plot inside its axes; null until it is on the screen. */
  readonly pathAspect: number | null;
  /** The view that was chosen when the break of a run was shown: it is widened, unlike one that is chosen after that. */
  readonly viewAtBreak: PlotView | null;
  /** The last style in which the gradient field was shown; switching the field on again uses this style. */
  readonly lastFieldStyle: Exclude<FieldStyle, 'none'>;
  /** What was wrong with the link that was opened. */
  readonly complaints: readonly Complaint[];
  /** Whether nothing in that link could be used, so that the screen stayed as it was. */
  readonly nothingValid: boolean;
  /** The user data that the link awaits. `awaitedNow` says whether it still does. */
  readonly awaiting: Awaiting | null;
  /** How the runs were set to continue from a point; null if they were not, or if the notice about it was dismissed. */
  readonly continued: Continuation | null;
  /**
   * The open dialog for user data, with the file that was dropped or chosen, if any; null while the dialog is closed.
   */
  readonly userDataDialog: { readonly file: File | null } | null;
  /** Whether the selected run's rule is open in the editor. */
  readonly editsRule: boolean;
  /** Whether the dialog that lists the keys is open. */
  readonly showsShortcuts: boolean;
}

export const screenStore = createStore<ScreenState>(() => ({
  ...screenDefaults,
  hovered: null,
  playing: false,
  hidesFuture: false,
  presenting: false,
  opened: 0,
  speed: 1,
  planeDuringDrag: null,
  pathAspect: null,
  viewAtBreak: null,
  lastFieldStyle: 'log',
  complaints: [],
  nothingValid: false,
  awaiting: null,
  continued: null,
  userDataDialog: null,
  editsRule: false,
  showsShortcuts: false,
}));

/** Changes some fields of the screen state and keeps the others. */
export const setScreen = (change: Partial<ScreenState>): void => screenStore.setState(change);

export const useScreen = <T>(select: (state: ScreenState) => T): T => useStore(screenStore, select);
