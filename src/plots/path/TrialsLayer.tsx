import { memo, useCallback, useMemo } from 'react';
import type { Trace } from '../../engine/trace/types';
import type { View } from '../../engine/view/types';
import type { Painter } from '../kit/paint/painter';
import type { ColourOf } from '../kit/paint/useColours';
import { Layer } from '../kit/parts/Layer';
import type { AxedPlane } from '../kit/parts/plane';
import type { Frame } from '../kit/parts/useFrame';
import type { RunStyle } from '../kit/types';
import { paintTrials, type TriedRun } from './paintTrials';

interface TrialsLayerProps {
  readonly trace: Trace;
  readonly styles: readonly RunStyle[];
  readonly axes: View['axes'];
  readonly step: number;
  readonly plane: AxedPlane;
  readonly frame: Frame;
  readonly colourOf: ColourOf;
}

/** What the runs by classical methods tried. Repainted at every step. */
export default memo(function TrialsLayer(props: TrialsLayerProps) {
  const { trace, styles, axes, step, plane, frame, colourOf } = props;
  const runs = useMemo(
    () =>
      trace.runs.flatMap(({ method: record }, i): TriedRun[] => {
        const style = styles[i];
        return record && style ? [{ record, style }] : [];
      }),
    [trace, styles],
  );
  const paint = useCallback(
    (painter: Painter) => paintTrials(painter, runs, axes, plane, step),
    [runs, axes, plane, step],
  );
  return <Layer frame={frame} box={plane.box} colourOf={colourOf} paint={paint} />;
});
