import { useLayoutEffect, useRef } from 'react';
import type { Box } from '../geometry/clip';
import type { Painter } from '../paint/painter';
import type { ColourOf } from '../paint/useColours';
import type { Frame } from './useFrame';

export interface LayerProps {
  readonly frame: Frame;
  readonly box: Box;
  readonly colourOf: ColourOf;
  /** Paints on a clean canvas. Must be memoised: a new function means another picture. */
  readonly paint: (painter: Painter) => void;
}

/** A canvas over the whole frame, sharp at every pixel density. Screen readers get its content as text elsewhere. */
export function Layer({ frame, box, colourOf, paint }: LayerProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const width = Math.round(frame.width * frame.density);
    const height = Math.round(frame.height * frame.density);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.setTransform(frame.density, 0, 0, frame.density, 0, 0);
    context.save();
    paint({ context, box, colourOf, unit: frame.rem / 16 });
    context.restore();
  }, [frame, box, colourOf, paint]);
  return <canvas ref={ref} className="plot-layer" aria-hidden="true" />;
}
