import { useLayoutEffect, useRef } from 'react';
import type { Frame } from './useFrame';

export interface LayerProps {
  readonly frame: Frame;
  /** Draws in CSS pixels on a clean canvas. Must be memoised: a new function is a new picture. */
  readonly draw: (context: CanvasRenderingContext2D) => void;
}

/** A canvas over the whole frame, sharp at every pixel density. What it shows is said in words elsewhere. */
export function Layer({ frame, draw }: LayerProps) {
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
    draw(context);
    context.restore();
  }, [frame, draw]);
  return <canvas ref={ref} className="plot-layer" aria-hidden="true" />;
}
