import { type ReactNode } from 'react';
import { type Series } from './drawLines';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';
import type { LossPlotProps } from './types';
import { type LinePictureOf } from './useLinePicture';

export interface LinesProps
  extends LinePictureOf, Pick<LossPlotProps, 'selected' | 'step' | 'hovered' | 'onHover' | 'onStep'> {
  readonly frame: Frame;
  readonly colour: ColourOf;
  readonly xTitle: string;
  readonly yTitle: ReactNode;
  /** The last step that the transport can stand at. */
  readonly last: number;
  /** Where the transport's step stands on the x axis. */
  readonly place: number;
  /** The step that a place on the x axis stands for. */
  readonly stepAt: (place: number) => number;
  /** Name and value of what is to be read of a run at an entry of its series, after the step. */
  readonly describe: (run: number, index: number) => readonly (readonly [string, string])[];
  /** What is said where no value has a place on the scale. */
  readonly emptyMessage: string | null;
  /** Quiet words in the lower left corner. */
  readonly note?: string | undefined;
  /** Names the selected run's limit. */
  readonly limitLabel?: string | undefined;
  /** Names what stands beside the lines. */
  readonly besideLabel?: string | undefined;
  /** A run that is only looked at. */
  readonly preview?: Series | null;
}
