import { memo, useCallback, useMemo } from 'react';
import type { RunTrace, View } from '../../engine/types';
import { pathOf } from '../draw/paths';
import type { AxedPlane } from '../draw/plane';
import { drawPreview } from '../draw/preview';
import { Layer } from '../parts/Layer';
import type { ColourOf } from '../parts/useColours';
import type { Frame } from '../parts/useFrame';

interface PreviewLayerProps {
  readonly preview: RunTrace;
  readonly axes: View['axes'];
  readonly parameters: number;
  readonly plane: AxedPlane;
  readonly frame: Frame;
  readonly colour: ColourOf;
}

/** A run that is only looked at. */
export const PreviewLayer = memo(function PreviewLayer({
  preview,
  axes,
  parameters,
  plane,
  frame,
  colour,
}: PreviewLayerProps) {
  const path = useMemo(() => pathOf(preview, axes, parameters, plane), [preview, axes, parameters, plane]);
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => drawPreview(context, path, plane.box, colour, frame.rem / 16),
    [path, plane, colour, frame],
  );
  return <Layer frame={frame} draw={draw} />;
});
