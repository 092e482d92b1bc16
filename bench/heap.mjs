/** What of a heap snapshot is the browser's and not the page's: code that it compiled, the more the longer it runs, and what lies outside of the heap. */
const browsers = new Set(['code', 'native']);

/**
 * Bytes that the page's own values take: objects, arrays, texts, closures. A snapshot collects garbage first.
 * @param {import('@playwright/test').CDPSession} devtools
 */
export const heldByValues = async (devtools) => {
  /** @type {string[]} */
  const chunks = [];
  const keep = (/** @type {{ chunk: string }} */ { chunk }) => chunks.push(chunk);
  devtools.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  devtools.off('HeapProfiler.addHeapSnapshotChunk', keep);
  /** @type {unknown} */
  const read = JSON.parse(chunks.join(''));
  const { snapshot, nodes } =
    /** @type {{ snapshot: { meta: { node_fields: string[], node_types: [string[]] } }, nodes: number[] }} */ (read);
  const {
    node_fields: fields,
    node_types: [types],
  } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  let sum = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (!browsers.has(types[nodes[at + type] ?? 0] ?? '')) sum += nodes[at + size] ?? 0;
  return sum;
};
