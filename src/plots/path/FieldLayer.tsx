import { memo, useCallback } from 'react';
import type { Painter } from '../kit/paint/painter';
import type { ColourOf } from '../kit/paint/useColours';
import { Layer } from '../kit/parts/Layer';
import type { AxedPlane } from '../kit/parts/plane';
import type { Frame } from '../kit/parts/useFrame';
import { paintField } from './paintField';
import type { GradientField } from './types';

interface FieldLayerProps {
  readonly field: GradientField;
  readonly plane: AxedPlane;
  readonly frame: Frame;
  readonly colourOf: ColourOf;
}

/** The gradient field over the plane. Loaded when it is first shown. */
export default memo(function FieldLayer({ field, plane, frame, colourOf }: FieldLayerProps) {
  const paint = useCallback((painter: Painter) => paintField(painter, field, plane), [field, plane]);
  return <Layer frame={frame} box={plane.box} colourOf={colourOf} paint={paint} />;
});
