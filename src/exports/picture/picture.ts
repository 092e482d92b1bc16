/** Where something lies in a picture, in its own units: CSS pixels of the element that it was taken from. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One thing in a picture: a canvas, or lines and words as SVG. Later ones lie over earlier ones. */
export type Part =
  | { readonly kind: 'canvas'; readonly canvas: HTMLCanvasElement; readonly place: Place }
  | { readonly kind: 'marks'; readonly element: SVGElement };

/** An element of the page as it looks, apart from the page. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly Part[];
}

/** How large a picture becomes, and on what. */
export interface Print {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A CSS colour; null for a transparent picture. */
  readonly paper: string | null;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A new SVG element with attributes. */
export function svgElement(name: string, attributes: Readonly<Record<string, string | number>> = {}): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes))
    element.setAttribute(key, typeof value === 'number' ? String(rounded(value)) : value);
  return element;
}

/** A thousandth of a pixel is seen in no picture. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
