import type { Band } from '../../../engine/view/types';

/** Whether a point lies in the area of a band: a ray from it to the right crosses its rings an odd number of times. */
export const isInBand = ({ rings }: Pick<Band, 'rings'>, x: number, y: number): boolean =>
  rings.reduce((crossings, ring) => crossings + crossingsOf(ring, x, y), 0) % 2 === 1;

function crossingsOf(ring: Float32Array, x: number, y: number): number {
  const corners = ring.length / 2;
  let crossings = 0;
  for (let i = 0; i < corners; i += 1) {
    const next = (i + 1) % corners;
    const [x0 = NaN, y0 = NaN] = ring.subarray(2 * i);
    const [x1 = NaN, y1 = NaN] = ring.subarray(2 * next);
    if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) crossings += 1;
  }
  return crossings;
}
