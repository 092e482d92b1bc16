import { plainColour } from './colour';
import { svgElement, type Place } from './picture';

const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;

/** The background and the border of an element of HTML. */
export function boxMarks(style: CSSStyleDeclaration, { x, y, width, height }: Place): SVGElement[] {
  const background = plainColour(style.backgroundColor);
  const borders = sides.map((side) => borderOf(style, side));
  const [first] = borders;
  const isFramed = first !== undefined && first.width > 0 && borders.every((border) => border.css === first.css);
  if (background.opacity === 0 && borders.every((border) => border.width === 0)) return [];
  // The stroke of a rectangle lies half inside it.
  const inset = isFramed ? first.width / 2 : 0;
  const [w, h] = [width - 2 * inset, height - 2 * inset];
  const rect = svgElement('rect', {
    x: x + inset,
    y: y + inset,
    width: w,
    height: h,
    rx: Math.max(0, radiusOf(style, width) - inset),
    fill: background.opacity === 0 ? 'none' : background.paint,
    'fill-opacity': background.opacity,
    ...(isFramed && strokeOf(first)),
  });
  return isFramed ? [rect] : [...(background.opacity === 0 ? [] : [rect]), ...edges(borders, { x, y, width, height })];
}

interface Border {
  readonly width: number;
  readonly colour: string;
  readonly isDashed: boolean;
  /** All of it, to compare. */
  readonly css: string;
}

function borderOf(style: CSSStyleDeclaration, side: (typeof sides)[number]): Border {
  const line = style[`border${side}Style`];
  const colour = style[`border${side}Color`];
  const isDrawn = line !== 'none' && plainColour(colour).opacity > 0;
  const width = isDrawn ? parseFloat(style[`border${side}Width`]) : 0;
  return { width, colour, isDashed: line === 'dashed', css: `${line} ${colour} ${width}` };
}

/** The radius of the corners, in pixels; one in per cent is of the width. */
function radiusOf({ borderTopLeftRadius: radius }: CSSStyleDeclaration, width: number): number {
  const value = parseFloat(radius);
  return Math.min(width / 2, radius.endsWith('%') ? (value / 100) * width : value);
}

function strokeOf({ width, colour, isDashed }: Border): Record<string, string | number> {
  const { paint, opacity } = plainColour(colour);
  const dashes = isDashed ? { 'stroke-dasharray': `${2 * width} ${width}` } : {};
  return { stroke: paint, 'stroke-opacity': opacity, 'stroke-width': width, ...dashes };
}

/** Borders that are not on all sides, as lines in their middle. */
function edges(borders: readonly Border[], { x, y, width, height }: Place): SVGElement[] {
  const [top, right, bottom, left] = borders.map((border) => border.width / 2);
  const ends = [
    [x, y + (top ?? 0), x + width, y + (top ?? 0)],
    [x + width - (right ?? 0), y, x + width - (right ?? 0), y + height],
    [x, y + height - (bottom ?? 0), x + width, y + height - (bottom ?? 0)],
    [x + (left ?? 0), y, x + (left ?? 0), y + height],
  ] as const;
  return borders.flatMap((border, i) => {
    const [x1, y1, x2, y2] = ends[i] ?? [0, 0, 0, 0];
    return border.width > 0 ? [svgElement('line', { x1, y1, x2, y2, ...strokeOf(border) })] : [];
  });
}
