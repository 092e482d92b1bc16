import { plainColour } from './colour';
import { svgElement, type Place } from './picture';

interface Line {
  text: string;
  readonly place: Place;
  /** The right end of its last letter. */
  right: number;
}

/** A text of HTML as SVG text: one element for each line that it stands in. */
export function textMarks(node: Text, style: CSSStyleDeclaration, placeOf: (rect: DOMRect) => Place): SVGElement[] {
  if (node.data.trim() === '') return [];
  const lines = fitted(linesOf(node, placeOf), node, style, placeOf);
  const { paint, opacity } = plainColour(style.color);
  const halo = haloOf(style);
  return lines.map(({ text, place }) => {
    const element = svgElement('text', {
      x: place.x,
      y: baselineOf(style, place),
      fill: paint,
      'fill-opacity': opacity,
      'font-family': style.fontFamily,
      'font-size': style.fontSize.replace('px', ''),
      'font-style': style.fontStyle,
      'font-weight': style.fontWeight,
      ...halo,
    });
    element.textContent = text.trimEnd();
    return element;
  });
}

/** Cuts a text where the browser breaks it, by where each letter lies. */
function linesOf(node: Text, placeOf: (rect: DOMRect) => Place): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  let offset = 0;
  for (const letter of node.data) {
    range.setStart(node, offset);
    offset += letter.length;
    range.setEnd(node, offset);
    const rect = range.getClientRects()[0];
    // A space at the end of a line, or one of several, takes no room.
    if (!rect || rect.width === 0) continue;
    const place = placeOf(rect);
    const last = lines.at(-1);
    const text = /\s/.test(letter) && letter !== '\u00a0' ? ' ' : letter;
    if (last && Math.abs(last.place.y - place.y) < place.height / 2) {
      last.text += text;
      last.right = place.x + place.width;
    } else if (text !== ' ') lines.push({ text, place, right: place.x + place.width });
  }
  return lines;
}

/** A line that its element is too narrow for ends in an ellipsis where the style says so, as on the screen. */
function fitted(lines: Line[], node: Text, style: CSSStyleDeclaration, placeOf: (rect: DOMRect) => Place): Line[] {
  const parent = node.parentElement;
  if (style.textOverflow !== 'ellipsis' || !parent || parent.scrollWidth <= parent.clientWidth) return lines;
  const { x, width } = placeOf(parent.getBoundingClientRect());
  return lines.map((line) => {
    const share = (x + width - line.place.x) / (line.right - line.place.x);
    return share >= 1 ? line : { ...line, text: `${line.text.slice(0, Math.floor(share * line.text.length) - 1)}…` };
  });
}

let measuring: CanvasRenderingContext2D | null = null;

/** The rectangle of a letter reaches from the ascent to the descent of its font, about the middle of its line. */
function baselineOf(
  { fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration,
  { y, height }: Place,
): number {
  measuring ??= document.createElement('canvas').getContext('2d');
  if (!measuring) return y + 0.8 * height;
  measuring.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = measuring.measureText('x');
  return y + (height - ascent - descent) / 2 + ascent;
}

/** A shadow all around words, which keeps them legible on lines, as a stroke behind them. */
function haloOf({ textShadow, fontSize }: CSSStyleDeclaration): Record<string, string | number> {
  if (textShadow === 'none') return {};
  const colour = /^(?:rgba?|color)\([^)]*\)/.exec(textShadow)?.[0] ?? 'none';
  return {
    stroke: plainColour(colour).paint,
    'stroke-width': 0.25 * parseFloat(fontSize),
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  };
}
