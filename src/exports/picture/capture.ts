import { boxMarks } from './boxMarks';
import { inlined } from './inlined';
import type { Part, Picture, Place } from './picture';
import { svgElement } from './picture';
import { textMarks } from './textMarks';

/** What is for the hand or for a screen reader only. */
const NOT_PAINTED = 'button, input, select, progress, [hidden]';

/**
 * What is in an element of the page, which must be laid out, as a picture of its own. Canvases are kept as they are, and must not be
 * painted again before the picture has been used; SVG is copied with its computed styles; text and boxes of HTML become SVG.
 * What lies over what follows from the order in the document. Gradients, shadows and pictures of CSS are left out.
 */
export function capture(root: HTMLElement): Picture {
  const origin = root.getBoundingClientRect();
  const placeOf = ({ left, top, width, height }: DOMRect): Place => ({
    x: left - origin.left,
    y: top - origin.top,
    width,
    height,
  });
  const parts = [...root.children].flatMap((child) => [...partsOf(child, placeOf)]);
  return { width: origin.width, height: origin.height, parts };
}

type PlaceOf = (rect: DOMRect) => Place;

function* partsOf(element: Element, placeOf: PlaceOf): Generator<Part> {
  const style = getComputedStyle(element);
  if (element.matches(NOT_PAINTED) || !isVisible(style)) return;
  const place = placeOf(element.getBoundingClientRect());
  if (element instanceof HTMLCanvasElement) {
    if (place.width > 0) yield { kind: 'canvas', canvas: element, place };
    return;
  }
  for (const mark of boxMarks(style, place)) yield { kind: 'marks', element: mark };
  if (element instanceof SVGSVGElement) {
    yield { kind: 'marks', element: clipped(placed(inlined(element), element, style, place), element, placeOf) };
    return;
  }
  for (const child of element.childNodes) {
    if (child instanceof Text)
      for (const mark of textMarks(child, style, placeOf)) yield { kind: 'marks', element: mark };
    else if (child instanceof Element) yield* partsOf(child, placeOf);
  }
}

/** Whether an element is drawn; what only screen readers get is clipped to nothing. */
const isVisible = ({ display, visibility, clip, clipPath, opacity }: CSSStyleDeclaration): boolean =>
  display !== 'none' &&
  visibility === 'visible' &&
  clip === 'auto' &&
  !clipPath.startsWith('inset(50%') &&
  opacity !== '0';

/** A copied SVG where its content lies on the page: within its border and padding. */
function placed(copy: SVGElement, original: SVGSVGElement, style: CSSStyleDeclaration, { x, y }: Place): SVGElement {
  const of = (side: 'Left' | 'Top') => parseFloat(style[`border${side}Width`]) + parseFloat(style[`padding${side}`]);
  const { clientWidth: width, clientHeight: height } = original;
  const attributes = { x: x + of('Left'), y: y + of('Top'), width, height, overflow: style.overflow };
  const frame = svgElement('svg', attributes);
  for (const { name, value } of copy.attributes) frame.setAttribute(name, frame.getAttribute(name) ?? value);
  frame.append(...copy.childNodes);
  return frame;
}

/** What of a copied SVG is seen: a parent may hide what is outside it, as the line over a root is cut to its length. */
function clipped(copy: SVGElement, { parentElement: parent }: SVGSVGElement, placeOf: PlaceOf): SVGElement {
  if (!parent || getComputedStyle(parent).overflowX !== 'hidden') return copy;
  const { x, y, width, height } = placeOf(parent.getBoundingClientRect());
  const window = svgElement('svg', {
    x,
    y,
    width,
    height,
    viewBox: `${x} ${y} ${width} ${height}`,
    overflow: 'hidden',
  });
  window.append(copy);
  return window;
}
