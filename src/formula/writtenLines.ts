import type { RuleLine } from './syntax';

/** The places of the lines as they are written, a loop's once: of each its first turn, and its last, whose values are those that stay. */
export function writtenLines(lines: readonly Pick<RuleLine, 'turn'>[]): { first: number; last: number }[] {
  const inTurn = (loop: number, wanted: number) =>
    lines.flatMap(({ turn }, i) => (turn?.loop === loop && turn.turn === wanted ? [i] : []));
  return lines.flatMap(({ turn }, first) => {
    if (!turn) return [{ first, last: first }];
    if (turn.turn > 0) return [];
    const place = inTurn(turn.loop, 0).indexOf(first);
    return [{ first, last: inTurn(turn.loop, turn.count - 1)[place] ?? first }];
  });
}
