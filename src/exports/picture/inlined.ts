import { plainColour } from './colour';

/** Properties of lines and words that children have from their parents, with the values that SVG begins with. */
const inherited: Readonly<Record<string, string>> = {
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  'font-family': '',
  'font-size': '',
  'font-style': 'normal',
  'font-weight': '400',
  'text-anchor': 'start',
};

/** Properties of one element alone. */
const own: Readonly<Record<string, string>> = {
  opacity: '1',
  'vector-effect': 'none',
  'dominant-baseline': 'auto',
};

const paints: Readonly<Record<string, string>> = { fill: 'rgb(0, 0, 0)', stroke: 'none' };

/** Attributes that say where and what, without which nothing would be drawn; all others are about the page. */
const KEPT =
  /^(id|d|x|y|x1|x2|y1|y2|dx|dy|cx|cy|r|rx|ry|width|height|points|transform|viewBox|preserveAspectRatio|offset|clip-path|gradientUnits)$/;

/** A copy of an SVG element that looks the same without the style sheets of the page. */
export function inlined(original: SVGElement, parent?: CSSStyleDeclaration): SVGElement {
  const copy = original.cloneNode(false) as SVGElement;
  const style = getComputedStyle(original);
  for (const { name } of [...copy.attributes]) if (!KEPT.test(name)) copy.removeAttribute(name);
  inPixels(copy, parseFloat(style.fontSize));
  for (const [name, initial] of Object.entries(paints)) writePaint(copy, name, style, parent, initial);
  for (const [name, initial] of Object.entries(inherited)) {
    const value = style.getPropertyValue(name);
    if (value !== (parent?.getPropertyValue(name) ?? initial)) copy.setAttribute(name, withoutUnit(value));
  }
  for (const [name, initial] of Object.entries(own)) {
    const value = style.getPropertyValue(name);
    if (value !== initial) copy.setAttribute(name, value);
  }
  if (original instanceof SVGStopElement) copy.setAttribute('stop-color', plainColour(style.stopColor).paint);
  for (const child of original.childNodes) {
    if (child instanceof SVGElement) {
      if (getComputedStyle(child).display !== 'none') copy.append(inlined(child, style));
    } else copy.append(child.cloneNode());
  }
  return copy;
}

/** Fill or stroke with its opacity, where they differ from those of the parent. */
function writePaint(
  copy: SVGElement,
  name: string,
  style: CSSStyleDeclaration,
  parent: CSSStyleDeclaration | undefined,
  initial: string,
): void {
  const opacityName = `${name}-opacity`;
  const value = style.getPropertyValue(name);
  const opacity = style.getPropertyValue(opacityName);
  const before = [parent?.getPropertyValue(name) ?? initial, parent?.getPropertyValue(opacityName) ?? '1'];
  if (value === before[0] && opacity === before[1]) return;
  const colour = plainColour(value);
  copy.setAttribute(name, colour.paint);
  const share = colour.opacity * Number(opacity);
  if (share !== 1 || before[1] !== '1') copy.setAttribute(opacityName, String(share));
}

/** Lengths in em, which few programs but browsers read, become pixels. */
function inPixels(copy: SVGElement, fontSize: number): void {
  for (const name of ['x', 'y', 'dx', 'dy']) {
    const value = copy.getAttribute(name);
    if (value?.endsWith('em')) copy.setAttribute(name, (parseFloat(value) * fontSize).toFixed(2));
  }
}

const withoutUnit = (value: string): string => value.replaceAll(/(\d)px\b/g, '$1');
