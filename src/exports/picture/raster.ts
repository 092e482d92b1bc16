import { fontsOf } from './fonts';
import type { Part, Picture, Print } from './picture';
import { pngOf, rootOf } from './svg';

/**
 * Paints a picture on a canvas, which gets the size of the print.
 * @param scale pixels of the canvas for one CSS pixel of the print
 */
export async function paintPicture(
  canvas: HTMLCanvasElement,
  picture: Picture,
  print: Print,
  scale: number,
): Promise<void> {
  const [width, height] = [Math.round(print.width * scale), Math.round(print.height * scale)];
  const layers = await Promise.all(layersOf(picture, { width, height, paper: null }, await fontsOf(picture)));
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser has no room for this picture');
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  if (print.paper !== null) {
    context.fillStyle = print.paper;
    context.fillRect(0, 0, width, height);
  }
  context.scale(width / picture.width, height / picture.height);
  for (const { source, place } of layers) context.drawImage(source, place.x, place.y, place.width, place.height);
}

/** A picture as a PNG file. */
export async function pngOfPicture(picture: Picture, print: Print, scale: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  await paintPicture(canvas, picture, print, scale);
  return pngOf(canvas);
}

interface Layer {
  readonly source: CanvasImageSource;
  readonly place: Extract<Part, { kind: 'canvas' }>['place'];
}

/** The parts as pictures; marks that lie one on the other are one. */
function layersOf(picture: Picture, print: Print, fonts: string): Promise<Layer>[] {
  const layers: Promise<Layer>[] = [];
  let marks: SVGElement[] = [];
  const flush = () => {
    if (marks.length > 0) layers.push(markLayer(marks, picture, print, fonts));
    marks = [];
  };
  for (const part of picture.parts) {
    if (part.kind === 'marks') marks.push(part.element);
    else {
      flush();
      layers.push(Promise.resolve({ source: part.canvas, place: part.place }));
    }
  }
  flush();
  return layers;
}

async function markLayer(marks: readonly SVGElement[], picture: Picture, print: Print, fonts: string): Promise<Layer> {
  const root = rootOf(picture, print, fonts);
  root.append(...marks);
  const text = new XMLSerializer().serializeToString(root);
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return { source: image, place: { x: 0, y: 0, width: picture.width, height: picture.height } };
  } finally {
    URL.revokeObjectURL(address);
  }
}
