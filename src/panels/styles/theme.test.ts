import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('theme.css', import.meta.url), 'utf8');

/** Colours of the first block that a selector opens. */
function coloursOf(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ['light', "[data-theme='light']"],
  ['dark', "[data-theme='dark']"],
])('the %s theme', (_, selector) => {
  const colours = coloursOf(selector);
  const against = (name: string, paper: string) => contrast(colours.get(name) ?? '', colours.get(paper) ?? '');

  it.each(['paper', 'card', 'contour-low', 'contour-high'])('shows every run on %s with a contrast of 3:1', (paper) => {
    for (let run = 0; run < 8; run += 1) expect([run, against(`run-${run}`, paper) >= 3]).toEqual([run, true]);
  });

  it.each(['ink', 'ink-soft', 'danger', 'good'])('lets %s be read with a contrast of 4.5:1', (ink) => {
    expect(against(ink, 'paper')).toBeGreaterThanOrEqual(4.5);
    expect(against(ink, 'card')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['low', 'high'])('draws the strongest contours over its %s ground with a contrast of about 2:1', (end) => {
    const contrastThere = against(`contour-line-${end}`, `contour-${end}`);
    expect(contrastThere).toBeGreaterThanOrEqual(1.95);
    expect(contrastThere).toBeLessThanOrEqual(2.1);
  });

  it('shows the edges of fields with a contrast of 3:1', () => {
    expect(against('field', 'card')).toBeGreaterThanOrEqual(3);
  });
});
