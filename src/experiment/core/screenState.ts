import type { Language } from '../../language/languages';
import type { Stage } from './stage';
import type {
  AxisUnits,
  Experiment,
  FieldStyle,
  LowerTab,
  LossAxis,
  LossScale,
  PlotChoice,
  PlotFraming,
  PlotView,
  StepArrows,
  SweepChoice,
} from './types';

/**
 * The fields of the screen state that a link carries. `link/screenFields.ts` says how a link writes each of them. A new
 * field needs a line here, its default below and an entry there (docs/adding-a-setting.md).
 */
export interface ScreenFields {
  /** The current step of the transport; null is the last step. */
  readonly step: number | null;
  readonly lossScale: LossScale;
  /** What the x axis of the loss counts; epochs and samples are for data problems only. */
  readonly lossAxis: LossAxis;
  /** Samples between two plotted losses, for data problems; 1 plots the loss after every update. */
  readonly record: number;
  /** Whether the loss of the held-back samples is plotted, for data problems. */
  readonly validation: boolean;
  /** The quantity that is plotted along the steps. */
  readonly plot: PlotChoice;
  /** The arrows over the path that show how the current update is made. */
  readonly arrows: readonly StepArrows[];
  /** Whether the plots show all of the runs, or the growth of one that left the view or diverged. */
  readonly framing: PlotFraming;
  /** Whether one unit is as long on either axis of the path's plot; where a direction is shown, it is anyway. */
  readonly units: AxisUnits;
  /** Axes and ranges of the visible part of parameter space; null is the problem's default view. */
  readonly view: PlotView | null;
  /** Index of the run that the panels are about. */
  readonly selected: number;
  /** The open tab below the plots. */
  readonly tab: LowerTab;
  /** The sweep of the selected run; null is the default one. */
  readonly sweep: SweepChoice | null;
  /** Key of the lesson whose text is shown. It may come from a link, so there may be no such lesson. */
  readonly lesson: string | null;
  /** The reduced view that is shown; null is the workbench, which shows everything. */
  readonly stage: Stage | null;
  /** Key of the question whose answer is shown, in the same way. */
  readonly question: string | null;
  /** What the sender of a link has written above it and under that; plain text. */
  readonly title: string | null;
  readonly note: string | null;
  /** Scale of the curvature along the paths. */
  readonly curvature: LossScale;
  /** How the gradient field is painted. */
  readonly field: FieldStyle;
  /** The point whose gradient is probed, one number per parameter; null is where the selected run is. */
  readonly probe: readonly number[] | null;
  /** Direction of the slope at the probe, in degrees anticlockwise from the view's first axis, -180 to 180. */
  readonly angle: number;
}

/** The fields that a link does not name. The default of `lossScale` depends on the problem instead. */
export const screenDefaults: ScreenFields = {
  step: null,
  lossScale: 'log',
  lossAxis: 'step',
  record: 1,
  validation: true,
  plot: { quantity: 'loss' },
  arrows: [],
  framing: 'all',
  units: 'fit',
  view: null,
  selected: 0,
  tab: 'rule',
  sweep: null,
  lesson: null,
  stage: null,
  question: null,
  title: null,
  note: null,
  curvature: 'log',
  field: 'log',
  probe: null,
  angle: 0,
};

/** User data that a link names, and what it says on them. */
export interface AwaitedUserData {
  readonly name: string;
  /** On as many rows and features of zeros. In links of earlier releases, which do not say how many there are, on sampled data. */
  readonly experiment: Experiment;
}

/** What a link carries: the experiment, the screen fields (absent: the default) and the language. */
export interface LinkState extends Partial<ScreenFields> {
  readonly experiment: Experiment;
  /** Always present, because its default depends on the problem. */
  readonly lossScale: LossScale;
  readonly lossAxis: LossAxis;
  /** What a link is on that leaves out user data; `experiment` is on sampled data in their place. */
  readonly userData?: AwaitedUserData;
  /** A packed playlist, which playlist/playlistLink.ts unpacks. A link that has one is not about an experiment. */
  readonly playlist?: string;
  /** Absent: the browser's. */
  readonly language?: Language;
  /** Whether the runs play when the link is opened, from `step`, or from the start if that is absent. */
  readonly plays?: true;
}
