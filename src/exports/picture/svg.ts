import { dataAddress, fontsOf } from './fonts';
import { svgElement, type Part, type Picture, type Print } from './picture';

const XLINK = 'http://www.w3.org/1999/xlink';

/**
 * A picture as the text of an SVG file, with nothing outside it: words are text, canvases are pictures inside it.
 * @param title what the picture shows, for screen readers
 */
export async function svgOf(picture: Picture, print: Print, title: string): Promise<string> {
  const root = rootOf(picture, print, await fontsOf(picture));
  const words = svgElement('title');
  words.textContent = title;
  root.prepend(words);
  for (const part of picture.parts) root.append(part.kind === 'marks' ? part.element : await imageOf(part));
  return new XMLSerializer().serializeToString(root);
}

/** An empty picture with its paper. */
export function rootOf(picture: Picture, { width, height, paper }: Print, fonts: string): SVGElement {
  const root = svgElement('svg', { width, height, viewBox: `0 0 ${picture.width} ${picture.height}` });
  root.setAttribute('style', 'font-variant-numeric:tabular-nums');
  if (fonts) {
    const style = svgElement('style');
    style.textContent = fonts;
    root.append(style);
  }
  if (paper !== null) root.append(svgElement('rect', { width: '100%', height: '100%', fill: paper }));
  return root;
}

async function imageOf({ canvas, place }: Extract<Part, { kind: 'canvas' }>): Promise<SVGElement> {
  const image = svgElement('image', { ...place, preserveAspectRatio: 'none' });
  image.setAttributeNS(XLINK, 'xlink:href', await dataAddress(await pngOf(canvas)));
  return image;
}

/** A canvas as a PNG file. Rejects where the browser has no room for it. */
export const pngOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the browser has no room for this picture'))),
      'image/png',
    ),
  );
