import type { Pen } from '../geometry/path';

/** Writes a polyline as the data of an SVG path, in hundredths of a pixel. */
export function svgPen(): Pen & { readonly data: () => string } {
  const words: string[] = [];
  return {
    moveTo: (x, y) => void words.push(`M${x.toFixed(2)} ${y.toFixed(2)}`),
    lineTo: (x, y) => void words.push(`L${x.toFixed(2)} ${y.toFixed(2)}`),
    data: () => words.join(''),
  };
}
