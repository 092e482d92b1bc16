import { memo, useCallback, useMemo } from 'react';
import { shallow } from 'zustand/shallow';
import type { Landscape } from '../../engine/view/types';
import { arePaintedAlike } from '../kit/paint/paintedAlike';
import type { Painter } from '../kit/paint/painter';
import type { ColourOf } from '../kit/paint/useColours';
import { Layer } from '../kit/parts/Layer';
import type { AxedPlane } from '../kit/parts/plane';
import type { Frame } from '../kit/parts/useFrame';
import { paintCurve } from './paintCurve';
import { paintPaths, type PlottedRun } from './paintPaths';
import { landscapePaths, paintSurface } from './paintSurface';

interface PathLayerProps {
  readonly plane: AxedPlane;
  readonly frame: Frame;
  readonly colourOf: ColourOf;
}

interface SurfaceLayerProps extends PathLayerProps {
  readonly landscape: Landscape | null;
}

/** The loss as contours or as a curve. Repainted when the landscape, the view or the theme changes, not while runs move. */
export const SurfaceLayer = memo(function SurfaceLayer({ landscape, plane, frame, colourOf }: SurfaceLayerProps) {
  const surface = useMemo(() => landscape && landscape.height > 1 && landscapePaths(landscape), [landscape]);
  const paint = useCallback(
    (painter: Painter) => {
      if (surface) paintSurface(painter, surface, plane);
      else if (landscape) paintCurve(painter, landscape, plane);
    },
    [surface, landscape, plane],
  );
  return <Layer frame={frame} box={plane.box} colourOf={colourOf} paint={paint} />;
});

interface PathsLayerProps extends PathLayerProps {
  readonly runs: readonly PlottedRun[];
  readonly selected: number;
  readonly step: number;
  readonly hidesFuture: boolean;
}

/** The runs' paths. Repainted at every step, but not where the name of a run alone has changed, as it does under a slider. */
export const PathsLayer = memo(
  PaintedPaths,
  ({ runs: before, ...others }: PathsLayerProps, { runs, ...props }: PathsLayerProps) =>
    shallow(others, props) && arePaintedAlike(before, runs),
);

function PaintedPaths(props: PathsLayerProps) {
  const { runs, selected, step, hidesFuture, plane, frame, colourOf } = props;
  const paint = useCallback(
    (painter: Painter) => paintPaths(painter, runs, selected, { step, hidesFuture }),
    [runs, selected, step, hidesFuture],
  );
  return <Layer frame={frame} box={plane.box} colourOf={colourOf} paint={paint} />;
}
