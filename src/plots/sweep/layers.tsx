import { memo, useCallback } from 'react';
import { drawHeatMap } from './heatMap';
import type { AxedPlane } from '../kit/parts/plane';
import type { SweepGrid } from './sweepGrid';
import { Layer } from '../kit/parts/Layer';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';
import type { Heat } from './heat';

interface HeatLayerProps {
  readonly grids: readonly SweepGrid[];
  readonly heat: Heat;
  readonly plane: AxedPlane;
  readonly frame: Frame;
  readonly colour: ColourOf;
}

/** The heat map. Drawn again when more of it is known; not while a pointer moves over it. */
export const HeatLayer = memo(function HeatLayer({ grids, heat, plane, frame, colour }: HeatLayerProps) {
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => drawHeatMap(context, grids, heat, plane.box, colour, frame.rem / 16),
    [grids, heat, plane, colour, frame],
  );
  return <Layer frame={frame} draw={draw} />;
});
