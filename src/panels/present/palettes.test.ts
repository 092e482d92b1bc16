import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
  type Color,
} from 'culori';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const theme = read('../styles/theme.css');
const palettes = read('palettes.css');

/** The colours that a block of a style sheet sets. */
function coloursOf(css: string, selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`);
  expect(start, selector).toBeGreaterThanOrEqual(0);
  const block = css.slice(start).split('}')[0] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** What stands on the page: the theme's colours, and over them those of the palette. */
function colours(palette: string, name: 'light' | 'dark'): (colour: string) => string {
  const all = [
    coloursOf(theme, `[data-theme='${name}']`),
    coloursOf(palettes, `:root[data-presenting][data-theme='${name}']`),
    coloursOf(
      palettes,
      `:root[data-palette='${palette}'][data-theme='${name}']${palette === 'contrast' ? '[data-presenting]' : ''}`,
    ),
  ];
  return (colour) => all.map((map) => map.get(colour)).findLast((value) => value !== undefined) ?? '';
}

const colour = (css: string): Color => {
  const found = parse(css);
  if (!found) throw new Error(`no colour: ${css}`);
  return found;
};

const sights = {
  normal: (seen: Color) => seen,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
};

const difference = differenceCiede2000();

/** The smallest difference of two of the colours of the first runs, and of others that stand beside them. */
function smallest(
  of: (name: string) => string,
  see: (seen: Color) => Color,
  count: number,
  beside: readonly string[] = [],
): number {
  const names = [...Array.from({ length: count }, (_, run) => `run-${run}`), ...beside];
  const colours = names.map((name) => see(colour(of(name))));
  return Math.min(...colours.flatMap((one, i) => colours.slice(0, i).map((other) => difference(one, other))));
}

describe.each([
  ['distinct', 'light', 3],
  ['distinct', 'dark', 3],
  ['contrast', 'light', 4.5],
  ['contrast', 'dark', 4.5],
] as const)('the %s palette in the %s theme', (palette, name, contrast) => {
  const of = colours(palette, name);

  it.each(Object.entries(sights))('shows eight runs that differ for %s', (_, see) => {
    // Two colours that differ by 2 can just be told apart side by side; a projector and a thin line ask for ten times that.
    expect(smallest(of, see, 8)).toBeGreaterThanOrEqual(19);
  });

  it(`shows every run on every ground with a contrast of ${contrast}:1`, () => {
    for (const ground of ['paper', 'contour-low', 'contour-high'])
      for (let run = 0; run < 8; run += 1)
        expect([ground, run, wcagContrast(of(`run-${run}`), of(ground)) >= contrast]).toEqual([ground, run, true]);
  });

  it('draws contours that a projector shows: at least 2.8:1', () => {
    for (const end of ['low', 'high'])
      expect(wcagContrast(of(`contour-line-${end}`), of(`contour-${end}`))).toBeGreaterThanOrEqual(2.8);
  });

  it('lets words be read with a contrast of 7:1, the softer ones of 4.5:1', () => {
    expect(wcagContrast(of('ink'), of('paper'))).toBeGreaterThanOrEqual(7);
    expect(wcagContrast(of('ink-soft'), of('paper'))).toBeGreaterThanOrEqual(4.5);
  });
});

describe.each(['light', 'dark'] as const)('the palette of high contrast in the %s theme', (name) => {
  const of = colours('contrast', name);

  it.each(Object.entries(sights))(
    'has four first runs that differ more, also from start, minimum and words, for %s',
    (_, see) => {
      expect(smallest(of, see, 4, ['ink'])).toBeGreaterThanOrEqual(20);
    },
  );

  it.each(Object.entries(sights))('has four first runs that are no contours for %s', (_, see) => {
    for (const line of ['contour-line-low', 'contour-line-high'])
      expect(smallest(of, see, 4, [line])).toBeGreaterThanOrEqual(12);
  });
});
