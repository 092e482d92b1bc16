import { useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { at } from '../kit/geometry/at';
import { grow, type Box, type Segment } from '../kit/geometry/clip';
import { lengthsInside } from '../kit/geometry/labelPlacement';
import { indexOfRow } from '../kit/geometry/path';
import { cornerBoxes, coveredByArrows, freeCorner } from './freeCorner';
import type { PlottedRun } from './paintPaths';

/** Room in rem for the plot's buttons. */
const TOOLS = 9.5;
/** Where there are no buttons, the share of the plot's width that a note may have. */
const WIDEST = 0.7;
/** Distances from the frame in rem. */
const SIDE = 0.4;
const ABOVE = 0.3;
const BELOW = 1.6;
/** Distance in rem at which a note does not yet cover the marker of a point. */
const REACH = 0.5;

interface CornerNoteProps {
  readonly box: Box;
  readonly rem: number;
  readonly arrows: readonly Segment[];
  readonly runs: readonly PlottedRun[];
  readonly step: number;
  readonly hasButtons: boolean;
  readonly children: ReactNode;
}

/** What a plot says about its arrows, in the corner where it covers least of them and of the paths. */
export function CornerNote({ box, rem, arrows, runs, step, hasButtons, children }: CornerNoteProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [corner, setCorner] = useState(0);
  const boxes = useMemo(() => {
    const margins = { side: SIDE * rem, above: ABOVE * rem, below: BELOW * rem };
    return cornerBoxes(box, size, margins, hasButtons).map((place) => grow(place, REACH * rem));
  }, [box, size, rem, hasButtons]);
  // The whole paths: a note that made way for them step by step would be on its way while they play.
  const byPaths = useMemo(
    () =>
      lengthsInside(
        runs.map(({ path }) => path),
        boxes,
      ),
    [boxes, runs],
  );
  const byArrows = coveredByArrows(boxes, arrows, pointsOf(runs, step));
  const free = freeCorner(
    boxes.map((_, i) => at(byPaths, i) + at(byArrows, i)),
    corner,
  );
  if (free !== corner) setCorner(free);
  // What it says changes with the step, and its size with that.
  useLayoutEffect(() => {
    const { offsetWidth: width = 0, offsetHeight: height = 0 } = ref.current ?? {};
    setSize((before) => (width === before.width && height === before.height ? before : { width, height }));
  }, [children]);
  const { left, top } = grow(boxes[free] ?? box, -REACH * rem);
  const maxWidth = hasButtons
    ? `calc(${box.right - box.left}px - ${TOOLS}rem)`
    : `${WIDEST * (box.right - box.left)}px`;
  return (
    <div ref={ref} className="plot-inside" style={{ left, top, maxWidth }}>
      {children}
    </div>
  );
}

/** Where the runs start, and where they are at a step. */
const pointsOf = (runs: readonly PlottedRun[], step: number) =>
  runs.flatMap(({ path: { x, y, rows } }) =>
    [0, indexOfRow(rows, step)].flatMap((i) => (x[i] === undefined ? [] : [{ x: at(x, i), y: at(y, i) }])),
  );
