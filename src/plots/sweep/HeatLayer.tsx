import { memo, useCallback } from 'react';
import type { Painter } from '../kit/paint/painter';
import type { ColourOf } from '../kit/paint/useColours';
import { Layer } from '../kit/parts/Layer';
import type { AxedPlane } from '../kit/parts/plane';
import type { Frame } from '../kit/parts/useFrame';
import type { Heat } from './heat';
import { paintHeatMap } from './paintHeatMap';
import type { SweepGrid } from './sweepGrid';

interface HeatLayerProps {
  readonly grids: readonly SweepGrid[];
  readonly heat: Heat;
  readonly plane: AxedPlane;
  readonly frame: Frame;
  readonly colourOf: ColourOf;
}

/** The heat map. Repainted when more rows are done, not while a pointer moves over it. */
export const HeatLayer = memo(function HeatLayer({ grids, heat, plane, frame, colourOf }: HeatLayerProps) {
  const paint = useCallback((painter: Painter) => paintHeatMap(painter, grids, heat), [grids, heat]);
  return <Layer frame={frame} box={plane.box} colourOf={colourOf} paint={paint} />;
});
