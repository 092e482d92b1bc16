import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';

/*
 * The page uses the fonts of the machine it is on. The pictures use these instead: npm packages of fixed versions.
 * Formulas need nothing here: the page brings KaTeX's fonts with it.
 */

const require = createRequire(import.meta.url);

interface FontPackage {
  /** Its folder in the addresses of its files. */
  readonly name: string;
  /** Its `package.json` on this machine. */
  readonly manifest: string;
  /** Its style sheets with the weights and styles in use. */
  readonly sheets: readonly string[];
}

const packages: readonly FontPackage[] = [
  {
    name: 'dejavu-sans',
    manifest: require.resolve('@fontsource/dejavu-sans/package.json'),
    sheets: ['400.css', '400-italic.css', '700.css'],
  },
  {
    name: 'dejavu-mono',
    manifest: require.resolve('@fontsource/dejavu-mono/package.json'),
    sheets: ['400.css'],
  },
  {
    name: 'noto-sans-sc',
    manifest: require.resolve('@fontsource-variable/noto-sans-sc/package.json'),
    sheets: ['index.css'],
  },
];

/** DejaVu Sans has every Latin and Greek letter and every sign that the page uses, but no Chinese. */
const variables = `:root {
  --font-text: 'DejaVu Sans', 'Noto Sans SC Variable';
  --font-code: 'DejaVu Mono', 'Noto Sans SC Variable';
}`;

/** Address of the fonts: on the page's own server, because its Content-Security-Policy allows no other. */
const PREFIX = '/picture-fonts/';

async function fontFaces(): Promise<string> {
  const sheets = packages.flatMap(({ name, manifest, sheets }) =>
    sheets.map(async (file) => {
      const css = await readFile(join(dirname(manifest), file), 'utf8');
      return css.replaceAll('url(./', `url(${PREFIX}${name}/`);
    }),
  );
  return (await Promise.all(sheets)).join('\n');
}

/** Every page opened from now on uses the fonts of the packages above and no others. */
export async function useFixedFonts(page: Page): Promise<void> {
  await page.addInitScript(
    (css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      // Adopted sheets come after those of the document, so that these variables override the page's.
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    `${await fontFaces()}\n${variables}`,
  );
  await page.route(`**${PREFIX}**`, (route) => {
    const [name, ...file] = new URL(route.request().url()).pathname.slice(PREFIX.length).split('/');
    const font = packages.find((candidate) => candidate.name === name);
    return font ? route.fulfill({ path: join(dirname(font.manifest), ...file) }) : route.abort();
  });
}
