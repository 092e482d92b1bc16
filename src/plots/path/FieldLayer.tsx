import { memo, useCallback } from 'react';
import { drawField } from './field';
import type { AxedPlane } from '../kit/parts/plane';
import { Layer } from '../kit/parts/Layer';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';
import type { GradientField } from './types';

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
