import { memo, useCallback, useMemo } from 'react';
import type { RunTrace } from '../../engine/trace/types';
import type { View } from '../../engine/view/types';
import { pathOf } from './paths';
import type { AxedPlane } from '../kit/parts/plane';
import { drawPreview } from '../kit/paint/preview';
import { Layer } from '../kit/parts/Layer';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';

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
