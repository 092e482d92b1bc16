/** How a picture or a film is to look. */
export interface PrintChoice {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Magnification of type, strokes and marks. */
  readonly type: 1 | 1.5 | 2;
  readonly theme: 'light' | 'dark';
  readonly isTransparent: boolean;
  readonly hasLegend: boolean;
  readonly hasSettings: boolean;
}

export const typeSizes = [1, 1.5, 2] as const;

/** Pixels of a PNG for one CSS pixel. */
export const sharpnesses = [1, 2, 3, 4] as const;
export type Sharpness = (typeof sharpnesses)[number];

/** Sizes for a slide, half a slide, the text of a paper, one of its columns, and a square. */
export const sizes = {
  slide: [1280, 720],
  half: [640, 720],
  text: [960, 480],
  column: [640, 480],
  square: [720, 720],
} as const satisfies Readonly<Record<string, readonly [width: number, height: number]>>;

export const sizeNames = Object.keys(sizes).filter((name) => isSizeName(name));

export function isSizeName(name: string): name is keyof typeof sizes {
  return Object.hasOwn(sizes, name);
}

/** Smaller, a plot has no room for its numbers; larger, type is lost in it. */
export const sideLimits = { min: 240, max: 4096, integer: true } as const;

/** Pixels that a picture has at most: browsers refuse larger ones. */
export const MOST_PIXELS = 64e6;

/** Video has an even number of pixels along each side. */
export const even = (pixels: number): number => 2 * Math.round(pixels / 2);
