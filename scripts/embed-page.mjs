import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './commands.mjs';

/** Where embed.html names the page's script, and what stands there in the source. */
const sourceScript = 'data-page="/src/main.tsx"';

/**
 * Writes dist/embed.html: the same script and style sheet as the page's, by their built names. It is no entry of the build,
 * because code that a second entry shares with the page would be cut out of the page's one file.
 * @returns {import('vite').Plugin}
 */
export const embedPage = () => ({
  name: 'embed-page',
  apply: 'build',
  writeBundle({ dir }, bundle) {
    const files = Object.values(bundle);
    const script = files.find((file) => file.type === 'chunk' && file.isEntry)?.fileName;
    const sheet = files.find(({ fileName }) => fileName.endsWith('.css'))?.fileName;
    const html = readFileSync(join(root, 'embed.html'), 'utf8');
    if (!script || !sheet || !html.includes(sourceScript))
      throw new Error('embed.html or the build lacks the script or the style sheet that belongs into embed.html');
    const built = html
      .replace(sourceScript, `data-page="./${script}"`)
      .replace('</head>', `  <link rel="stylesheet" href="./${sheet}" />\n  </head>`);
    writeFileSync(join(dir ?? join(root, 'dist'), 'embed.html'), built);
  },
});
