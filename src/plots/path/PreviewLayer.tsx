import { memo, useCallback, useMemo } from 'react';
import type { RunTrace } from '../../engine/trace/types';
import type { View } from '../../engine/view/types';
import { pathOf } from './paintPaths';
import type { AxedPlane } from '../kit/parts/plane';
import type { Painter } from '../kit/paint/painter';
import { paintPreview } from '../kit/paint/preview';
import { Layer } from '../kit/parts/Layer';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';

interface PreviewLayerProps {
  readonly preview: RunTrace;
  readonly axes: View['axes'];
  readonly parameters: number;
  readonly plane: AxedPlane;
  readonly frame: Frame;
  readonly colourOf: ColourOf;
}

/** The path of a preview. */
export const PreviewLayer = memo(function PreviewLayer({
  preview,
  axes,
  parameters,
  plane,
  frame,
  colourOf,
}: PreviewLayerProps) {
  const path = useMemo(() => pathOf(preview, axes, parameters, plane), [preview, axes, parameters, plane]);
  const paint = useCallback((painter: Painter) => paintPreview(painter, path), [path]);
  return <Layer frame={frame} box={plane.box} colourOf={colourOf} paint={paint} />;
});
