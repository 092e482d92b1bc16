/**
 * Moves labels of one height apart. Returns a centre for each wanted centre, in the same order: at least `gap` apart,
 * inside [top, bottom], and with the least sum of squared displacements (isotonic regression by pooling adjacent
 * violators). Labels that do not all fit are spread evenly.
 */
export function dodge(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const room = bottom - top;
  const needed = gap * (wanted.length - 1);
  const placed = new Array<number>(wanted.length);
  if (needed >= room) {
    const step = wanted.length > 1 ? room / (wanted.length - 1) : 0;
    order.forEach((label, rank) => (placed[label] = top + rank * step));
    return placed;
  }
  // Subtracting rank * gap turns "at least gap apart" into "not descending".
  const shifted = order.map((label, rank) => (wanted[label] ?? 0) - rank * gap);
  const flat = ascending(shifted);
  order.forEach((label, rank) => {
    const centre = Math.min(Math.max(flat[rank] ?? 0, top), bottom - needed);
    placed[label] = centre + rank * gap;
  });
  return placed;
}

/** The ascending sequence nearest to `values` in the sum of squares. */
function ascending(values: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const value of values) {
    let block = { sum: value, count: 1 };
    for (
      let before = blocks.at(-1);
      before && before.sum / before.count > block.sum / block.count;
      before = blocks.at(-1)
    ) {
      block = { sum: block.sum + before.sum, count: block.count + before.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count));
}
