import { indicesFrom, numbersFrom } from '../../../engine/common/fill';
import { at } from './at';
import type { ScreenPath } from './path';

/**
 * Thins a path whose x never decreases to the entries that make a visible difference: the first, lowest, highest and last
 * of every pixel column, and the beginning of every gap. Spikes remain, and 20,000 points become at most four per pixel.
 */
export function decimate(path: ScreenPath): ScreenPath {
  const kept: number[] = [];
  let start = 0;
  while (start < path.x.length) {
    if (Number.isNaN(at(path.y, start))) {
      kept.push(start);
      start = endOfGap(path, start);
    } else {
      const end = endOfColumn(path, start);
      keepExtremes(kept, path.y, start, end);
      start = end;
    }
  }
  return {
    x: numbersFrom(kept.length, (i) => at(path.x, at(kept, i))),
    y: numbersFrom(kept.length, (i) => at(path.y, at(kept, i))),
    rows: indicesFrom(kept.length, (i) => at(path.rows, at(kept, i))),
  };
}

function endOfGap(path: ScreenPath, start: number): number {
  let end = start + 1;
  while (end < path.x.length && Number.isNaN(at(path.y, end))) end++;
  return end;
}

function endOfColumn(path: ScreenPath, start: number): number {
  const column = Math.floor(at(path.x, start));
  let end = start + 1;
  while (end < path.x.length && Math.floor(at(path.x, end)) === column && !Number.isNaN(at(path.y, end))) end++;
  return end;
}

/** Keeps the first, lowest, highest and last index of [start, end), ascending, each once. */
function keepExtremes(kept: number[], y: Float64Array, start: number, end: number): void {
  let low = start;
  let high = start;
  for (let i = start + 1; i < end; i++) {
    if (at(y, i) < at(y, low)) low = i;
    if (at(y, i) > at(y, high)) high = i;
  }
  for (const i of [start, Math.min(low, high), Math.max(low, high), end - 1]) if (kept.at(-1) !== i) kept.push(i);
}
