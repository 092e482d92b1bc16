import { memo, useCallback, useMemo } from 'react';
import type { Landscape } from '../../engine/view/types';
import { drawCurve } from './curve';
import { drawPaths, type RunPicture } from './paths';
import type { AxedPlane } from '../kit/parts/plane';
import { drawSurface, surfaceOf } from '../kit/paint/surface';
import { Layer } from '../kit/parts/Layer';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';

interface LayerOf {
  readonly plane: AxedPlane;
  readonly frame: Frame;
  readonly colour: ColourOf;
}

interface SurfaceLayerProps extends LayerOf {
  readonly landscape: Landscape | null;
}

/** The loss itself: contours or a curve. Drawn again when it, the view or the theme changes; not while runs move. */
export const SurfaceLayer = memo(function SurfaceLayer({ landscape, plane, frame, colour }: SurfaceLayerProps) {
  const surface = useMemo(() => landscape && landscape.height > 1 && surfaceOf(landscape), [landscape]);
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const unit = frame.rem / 16;
      if (surface) drawSurface(context, surface, plane, colour, unit);
      else if (landscape) drawCurve(context, landscape, plane, colour, unit);
    },
    [surface, landscape, plane, colour, frame],
  );
  return <Layer frame={frame} draw={draw} />;
});

interface PathsLayerProps extends LayerOf {
  readonly runs: readonly RunPicture[];
  readonly selected: number;
  readonly step: number;
}

/** The runs' paths. Drawn again with every step. */
export const PathsLayer = memo(function PathsLayer({ runs, selected, step, plane, frame, colour }: PathsLayerProps) {
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => drawPaths(context, runs, selected, step, plane, colour, frame.rem / 16),
    [runs, selected, step, plane, colour, frame],
  );
  return <Layer frame={frame} draw={draw} />;
});
