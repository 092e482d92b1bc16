/** What the tests and the readers of the catalogue's files read, and the page does not: sources, and what rules are held to. */
export const forReaders = ['source', 'sources', 'truth'];

/** Sentences for tooltips and symbols of the mathematics, which the worker does not show. */
export const shownFields = ['help', 'symbols'];

/**
 * What is read of a node of a syntax tree; only a property has a key, a name and a value.
 * @typedef {{ type: string, start: number, end: number, key?: { type: string, name?: string }, value?: { type: string } }} Node
 */

/**
 * Calls a function with every node of a syntax tree, parents first.
 * @param {unknown} node @param {(node: Node) => void} visit
 */
function walk(node, visit) {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node) visit(/** @type {never} */ (node));
  for (const child of Object.values(node)) walk(child, visit);
}

/** Whether a value is written out in the file: a text, a list or an object, and no name or call. */
const isWrittenOut = (/** @type {string} */ type) =>
  ['Literal', 'TemplateLiteral', 'ArrayExpression', 'ObjectExpression'].includes(type);

/**
 * Leaves fields of the catalogue's entries out of what is built, several kB gzipped. Runs on the JavaScript that Vite has made of a
 * file.
 * @param {readonly string[]} unread names of the fields
 * @returns {import('vite').Plugin}
 */
export const withoutFields = (unread) => ({
  name: 'without-fields',
  apply: 'build',
  transform(code, id) {
    // The page names the sources of classical methods.
    if (!/[\\/]src[\\/]catalogue[\\/](?!methods[\\/])/.test(id)) return null;
    /** @type {{ start: number, end: number }[]} */
    const fields = [];
    walk(this.parse(code).body, (node) => {
      const isUnread = node.type === 'Property' && unread.includes(node.key?.name ?? '');
      const isInside = fields.some(({ start, end }) => start <= node.start && node.end <= end);
      if (isUnread && isWrittenOut(node.value?.type ?? '') && !isInside) fields.push(node);
    });
    const isEntry = /[\\/](optimizers|problems)[\\/][\w-]+\.ts$/.test(id);
    if (fields.length === 0) return isEntry ? this.error('No source was found: is it written elsewhere now?') : null;
    const kept = fields.reduceRight(
      (text, { start, end }) => text.slice(0, start) + text.slice(end).replace(/^\s*,/, ''),
      code,
    );
    return { code: kept, map: null };
  },
});
