import compile from 'icu-minify/compile';
import type { Plugin } from 'vite';

type Tree = { readonly [key: string]: string | Tree };
type Compiled = { readonly [key: string]: ReturnType<typeof compile> | Compiled };

const compileTree = (tree: Tree): Compiled =>
  Object.fromEntries(
    Object.entries(tree).map(([key, message]) => [
      key,
      typeof message === 'string' ? compile(message) : compileTree(message),
    ]),
  );

/**
 * Parses the message catalogues while the page is built, so that the parser of messages, 8 kB, need not be delivered.
 * Complaints and errors of formulas stay as written, because `src/experiment` and `src/formula` fill their placeholders
 * without use-intl. Only in builds: development and unit tests read the catalogues as they are written.
 */
export const precompiledMessages = (): Plugin => ({
  name: 'precompiled-messages',
  apply: 'build',
  enforce: 'pre',
  config: () => ({ resolve: { alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } } }),
  transform(code, id) {
    if (!/\/src\/language\/[\w-]+\/(?!(?:complaints|formula|reading|entries)\.)\w+\.json$/.test(id)) return null;
    const tree: Tree = JSON.parse(code) as Tree;
    return { code: JSON.stringify(compileTree(tree)), map: null };
  },
});
