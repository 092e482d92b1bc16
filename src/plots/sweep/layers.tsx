import { memo, useCallback } from 'react';
import { drawHeatMap } from '../draw/heatMap';
import type { AxedPlane } from '../draw/plane';
import type { SweepGrid } from '../geometry/sweepGrid';
import { Layer } from '../parts/Layer';
import type { ColourOf } from '../parts/useColours';
import type { Frame } from '../parts/useFrame';
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
