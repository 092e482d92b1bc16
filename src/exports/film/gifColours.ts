import { nearestColorIndex, quantize, type Palette } from 'gifenc';

export interface IndexedColours {
  readonly palette: Palette;
  /** The number of each pixel's colour in the palette. */
  readonly index: Uint8Array;
}

/** Share of the palette that the most frequent colours have as they are: the grounds of contours differ by a hair. */
const EXACT_SHARE = 0.75;

/**
 * The colours of some pixels, at most `count` of them. The frequent ones are exact; those of edges, each of few pixels, become
 * the nearest of the rest.
 * @param pixels four bytes each: red, green, blue, opacity
 */
export function indexedColours(pixels: Uint32Array, count: number): IndexedColours {
  const frequencies = new Map<number, number>();
  for (const pixel of pixels) frequencies.set(pixel, (frequencies.get(pixel) ?? 0) + 1);
  const colours = [...frequencies].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  const exact = colours.length <= count ? colours : colours.slice(0, Math.floor(EXACT_SHARE * count));
  const rest = Uint32Array.from(colours.slice(exact.length));
  const palette = [
    ...exact.map(channelsOf),
    ...(rest.length > 0 ? quantize(new Uint8ClampedArray(rest.buffer), count - exact.length) : []),
  ];
  const numbers = new Map(exact.map((colour, i) => [colour, i]));
  for (const colour of rest) numbers.set(colour, nearestColorIndex(palette, channelsOf(colour)));
  return { palette, index: Uint8Array.from(pixels, (pixel) => numbers.get(pixel) ?? 0) };
}

/** Red is the lowest byte: everything that runs a browser today stores numbers so. */
const channelsOf = (colour: number): [number, number, number] => [
  colour & 255,
  (colour >>> 8) & 255,
  (colour >>> 16) & 255,
];
