import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { View } from '../../engine/view/types';
import type { Complaint } from '../../experiment/core/complaints';
import type {
  FieldStyle,
  LinkTab,
  LossAxis,
  LossScale,
  PlotChoice,
  PlotView,
  Run,
  StepArrows,
  SweepSettings,
} from '../../experiment/core/types';

interface Hovered {
  readonly run: number;
  readonly step: number;
}

/** What was there before the runs were set to go on from a point, for as long as they start there. */
export interface Continued {
  /** The experiment's start: this very list, while nothing else has changed it. */
  readonly start: readonly number[];
  /** The run that had come there, as it was, and at which step. */
  readonly run: Run;
  readonly step: number;
  /** Where the runs started before, and the minimum that was known for the data of then. */
  readonly formerStart: readonly number[];
  readonly formerMinimum: readonly number[] | null;
}

/** What the person looks at, and where in time; nothing of it changes what the engine computes but `view`. */
export interface ScreenState {
  /** The run that the rule and the readouts speak of; past the last run after a removal means the last. */
  readonly selected: number;
  readonly hovered: Hovered | null;
  /** The step that the transport stands at; null is the end, wherever that is. */
  readonly step: number | null;
  readonly playing: boolean;
  readonly speed: number;
  readonly lossScale: LossScale;
  readonly lossAxis: LossAxis;
  /** Samples between two losses that are shown; 1 for the loss after every update. */
  readonly record: number;
  /** Whether the loss of the samples that were kept back is drawn. */
  readonly validation: boolean;
  /** What is drawn along the steps. */
  readonly plot: PlotChoice;
  /** What is drawn on the path of how the step is made. */
  readonly arrows: readonly StepArrows[];
  readonly tab: LinkTab;
  /** What the sweep of the selected run was set to; null is the one that it has by itself. */
  readonly sweep: SweepSettings | null;
  /** Null is the problem's own view. */
  readonly view: PlotView | null;
  /** The plane of the principal directions as it was when a drag of the start began; null while none lasts. */
  readonly heldPlane: View | null;
  readonly curvatureScale: LossScale;
  /** How the gradient's field is drawn. */
  readonly field: FieldStyle;
  /** How it was drawn when it was last drawn: what turning it on again comes back to. */
  readonly formerField: Exclude<FieldStyle, 'none'>;
  /** Where the gradient is looked at closely; null is where the selected run is. */
  readonly probePoint: readonly number[] | null;
  /** Direction in the plane of the view's axes, in degrees anticlockwise from the first. */
  readonly probeAngle: number;
  /** Key of the lesson whose words are shown; it came from a link, so there may be none of that name. */
  readonly lesson: string | null;
  /** What was wrong with the link that was opened. */
  readonly complaints: readonly Complaint[];
  /** The runs were set to go on from a point; null when that was dismissed. */
  readonly continued: Continued | null;
  /** The dialog for a person's own data is open, perhaps on a file that was dropped. */
  readonly ownData: { readonly file: File | null } | null;
  /** Nothing in that link could be used, so the screen stayed as it was. */
  readonly nothingValid: boolean;
}

export const screenStore = createStore<ScreenState>(() => ({
  selected: 0,
  hovered: null,
  step: null,
  playing: false,
  speed: 1,
  lossScale: 'log',
  lossAxis: 'step',
  record: 1,
  validation: true,
  plot: { quantity: 'loss' },
  arrows: [],
  tab: 'rule',
  sweep: null,
  curvatureScale: 'log',
  field: 'log',
  formerField: 'log',
  probePoint: null,
  probeAngle: 0,
  view: null,
  heldPlane: null,
  lesson: null,
  complaints: [],
  continued: null,
  ownData: null,
  nothingValid: false,
}));

export const showOnScreen = (change: Partial<ScreenState>): void => screenStore.setState(change);

export const useScreen = <T>(select: (state: ScreenState) => T): T => useStore(screenStore, select);
