import { memo, useCallback } from 'react';
import { drawField } from '../draw/field';
import type { AxedPlane } from '../draw/plane';
import { Layer } from '../parts/Layer';
import type { ColourOf } from '../parts/useColours';
import type { Frame } from '../parts/useFrame';
import type { GradientField } from '../types';

interface FieldLayerProps {
  readonly field: GradientField;
  readonly plane: AxedPlane;
  readonly frame: Frame;
  readonly colour: ColourOf;
}

/** The gradient over the plane. Loads when it is wanted. */
export default memo(function FieldLayer({ field, plane, frame, colour }: FieldLayerProps) {
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => drawField(context, field, plane, colour, frame.rem / 16),
    [field, plane, colour, frame],
  );
  return <Layer frame={frame} draw={draw} />;
});
