import type { LocalName } from '../../catalogue';
import type { LossScale } from '../../experiment/core/types';
import type { StageControl } from '../../experiment';
import type { OwnExperiment } from '../../experiment/core/ownExperiment';
import type { Claim } from '../types';

/** The one control of a stop, on a slider that is even between two values. */
interface StopControl extends StageControl {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
  readonly label: LocalName;
}

interface Answer {
  readonly text: LocalName;
  /** What the answer says of the runs. The tests check that all of it holds for the right answer only. */
  readonly claims: readonly Claim[];
}

/** A prediction: the user answers, moves the control to `at`, and sees what happens. */
interface Question {
  readonly text: LocalName;
  readonly answers: readonly Answer[];
  /** Index of the right answer. */
  readonly right: number;
  /** The value of the control that the question is about. */
  readonly at: number;
  /** What the verdict is given of, if not of `at` alone. */
  readonly where?: LocalName;
  /** The values of the control, from the first to the second, at which the right answer holds, so that it can be seen. */
  readonly seen: readonly [number, number];
  /** What happens, and why. */
  readonly because: LocalName;
}

/** One stop of the opening: one picture, one control, a sentence or two, one prediction. */
export interface OpeningStop {
  readonly title: LocalName;
  readonly text: LocalName;
  readonly experiment: OwnExperiment;
  readonly lossScale: LossScale;
  readonly control: StopControl;
  readonly question: Question;
  /** What the texts say of the experiment as it opens. */
  readonly claims: readonly Claim[];
}
