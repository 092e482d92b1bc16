import type { View } from '../../engine/view/types';
import { roundToPixel } from '../kit/geometry/panZoom';
import type { AxedPlane } from '../kit/parts/plane';
import type { Place } from './useGround';

/** The place under a pixel, with as many digits as one pixel can tell apart: the loss is that of the numbers that are shown. */
export function placeAt(
  pixel: { readonly x: number; readonly y: number },
  view: View,
  { x, y, box }: AxedPlane,
): Place {
  return {
    x: roundToPixel(x.invert(pixel.x), view.x, box.right - box.left),
    y: view.kind === 'curve' ? null : roundToPixel(y.invert(pixel.y), view.y, box.bottom - box.top),
  };
}
