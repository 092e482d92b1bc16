/** A computed CSS colour in the form that every program for SVG reads. */
export interface PlainColour {
  /** `#rrggbb`, or another paint as it is: `none`, `url(#id)`. */
  readonly paint: string;
  readonly opacity: number;
}

/** Browsers compute colours as `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)` or, of mixtures, `color(srgb 0.1 0.2 0.3 / 0.5)`. */
export function plainColour(css: string): PlainColour {
  const numbers = [...css.matchAll(/-?\d*\.?\d+(?:e[+-]?\d+)?/g)].map(Number);
  const [red = 0, green = 0, blue = 0, opacity = 1] = numbers;
  if (/^rgba?\(/.test(css)) return { paint: hex([red, green, blue]), opacity };
  if (css.startsWith('color(srgb ')) return { paint: hex([red, green, blue].map((share) => 255 * share)), opacity };
  // Quotes in `url("#id")` would have to be escaped in an attribute.
  return { paint: css.replace(/^url\("(.*?)"\).*$/, 'url($1)'), opacity: 1 };
}

const hex = (channels: readonly number[]): string =>
  `#${channels
    .map((channel) =>
      Math.round(Math.max(0, Math.min(channel, 255)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
