/** What the tests and the readers of the catalogue's files read, and the page does not. */
const unread = new Set(['source', 'sources', 'truth']);

/**
 * Leaves sources and truths of optimizers and problems out of the built page: 3 kB gzipped that nothing there reads.
 * Runs on the JavaScript that Vite has made of a file.
 * @returns {import('vite').Plugin}
 */
export const withoutSources = () => ({
  name: 'without-sources',
  apply: 'build',
  transform(code, id) {
    if (!/[\\/]src[\\/]catalogue[\\/](optimizers|problems)[\\/][\w-]+\.ts$/.test(id)) return null;
    const fields = this.parse(code)
      .body.flatMap((node) => (node.type === 'ExportNamedDeclaration' ? [node.declaration] : []))
      .flatMap((node) => (node?.type === 'VariableDeclaration' ? node.declarations : []))
      .flatMap(({ init }) => (init?.type === 'ObjectExpression' ? init.properties : []));
    const isUnread = (/** @type {(typeof fields)[number]} */ field) =>
      field.type === 'Property' && field.key.type === 'Identifier' && unread.has(field.key.name);
    let kept = code;
    for (const field of fields.filter(isUnread).reverse())
      kept = kept.slice(0, field.start) + kept.slice(field.end).replace(/^\s*,/, '');
    return kept === code ? this.error('No source was found: is it written elsewhere now?') : { code: kept, map: null };
  },
});
