import { clipSegment, contains, type Box, type Segment } from '../kit/geometry/clip';

/** Pixels of a path that are worth as much as a point that has to be seen, such as the start: more than any paths have in a corner. */
const POINT = 1e6;
/** The same for a pixel of an arrow. */
const ARROW = 10;
/** A note moves only where it then covers less than this share of what it covered: while the runs play it stays in its corner. */
const WORTH_MOVING = 0.5;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Distances of a note from the frame, in pixels; below it stands the name of the x axis. */
interface Margins {
  readonly side: number;
  readonly above: number;
  readonly below: number;
}

/** The places of a note in the corners of a plot: upper left, lower left, lower right and, where no buttons are, upper right. */
export function cornerBoxes(box: Box, { width, height }: Size, margins: Margins, hasButtons: boolean): readonly Box[] {
  const [left, right] = [box.left + margins.side, box.right - margins.side - width];
  const [top, bottom] = [box.top + margins.above, box.bottom - margins.below - height];
  const places = [
    [left, top],
    [left, bottom],
    [right, bottom],
    ...(hasButtons ? [] : [[right, top] as const]),
  ] as const;
  return places.map(([x, y]) => ({ left: x, top: y, right: x + width, bottom: y + height }));
}

/** What each box covers of some arrows, and of points that have to be seen, such as the start and the markers of the runs. */
export function coveredByArrows(
  boxes: readonly Box[],
  arrows: readonly Segment[],
  points: readonly Point[],
): readonly number[] {
  const tips = arrows.flatMap(({ x0, y0, x1, y1 }): Point[] => [
    { x: x0, y: y0 },
    { x: x1, y: y1 },
  ]);
  const lengthOf = (piece: Segment | null): number =>
    piece ? Math.hypot(piece.x1 - piece.x0, piece.y1 - piece.y0) : 0;
  return boxes.map((box) => {
    const length = arrows.reduce((sum, arrow) => sum + lengthOf(clipSegment(arrow, box)), 0);
    return ARROW * length + POINT * [...tips, ...points].filter(({ x, y }) => contains(box, x, y)).length;
  });
}

/** The place that covers least, the first of several; the last one while no other covers much less. */
export function freeCorner(covered: readonly number[], last: number): number {
  const least = Math.min(...covered);
  const now = covered[last] ?? Infinity;
  return now <= least || least > WORTH_MOVING * now ? last : covered.indexOf(least);
}
