import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const src = fileURLToPath(new URL('../../', import.meta.url));
const widthsIn = (css: string): string[] => css.match(/\((?:min-|max-)?width[^)]*\)/g) ?? [];

const read = (file: string): string => readFileSync(`${src}${file}`, 'utf8');
const theme = read('panels/styles/theme.css');
const sheets = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map(read);

it('media queries use only the widths that theme.css lists', () => {
  const listed = widthsIn(theme);
  const used = sheets.flatMap((css) => css.match(/@media[^{]*/g) ?? []).flatMap(widthsIn);
  expect(listed.length).toBeGreaterThan(0);
  expect(used.filter((width) => !listed.includes(width))).toEqual([]);
});

it('every style sheet is in a layer, so that the order of imports does not matter', () => {
  const bare = sheets.filter((css) => !/^(\s|\/\*[^]*?\*\/|@layer [\w, ]+;)*@layer \w+ \{/.test(css));
  expect(bare).toEqual([]);
});
