import { type ReactNode } from 'react';
import { type Series } from './line';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';
import type { LossPlotProps } from './types';
import { type PlottedLinesInput } from './usePlottedLines';

export interface LinesProps
  extends
    PlottedLinesInput,
    Pick<LossPlotProps, 'selected' | 'step' | 'hidesFuture' | 'hovered' | 'onHover' | 'onStep'> {
  readonly frame: Frame;
  readonly colourOf: ColourOf;
  readonly xTitle: string;
  readonly yTitle: ReactNode;
  /** The last step of the transport. */
  readonly last: number;
  /** Progress of the selected run at the transport's step. */
  readonly position: number;
  /** The step at a position on the x axis. */
  readonly stepAt: (position: number) => number;
  /** Names and values for the readout of a run at an entry of its series; the step comes before them. */
  readonly describe: (run: number, index: number) => readonly (readonly [string, string])[];
  /** Shown when the scale can show no value; null when it can. */
  readonly emptyMessage: string | null;
  /** A remark in the lower left corner. */
  readonly note?: string | undefined;
  /** Name of the lines of the validation loss. */
  readonly validationLabel?: string | undefined;
  /** The series of a preview. */
  readonly preview?: Series | null;
}
