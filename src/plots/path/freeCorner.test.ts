import { expect, test } from 'vitest';
import { cornerBoxes, coveredByArrows, freeCorner } from './freeCorner';

const plot = { left: 100, top: 50, right: 500, bottom: 350 };
const boxes = (hasButtons: boolean) =>
  cornerBoxes(plot, { width: 120, height: 60 }, { side: 10, above: 5, below: 25 }, hasButtons);
const [UPPER_LEFT, LOWER_LEFT, LOWER_RIGHT, UPPER_RIGHT] = [0, 1, 2, 3] as const;

test('a note has four corners, without the one with the buttons three, and lies inside the plot', () => {
  expect(boxes(false)).toEqual([
    { left: 110, top: 55, right: 230, bottom: 115 },
    { left: 110, top: 265, right: 230, bottom: 325 },
    { left: 370, top: 265, right: 490, bottom: 325 },
    { left: 370, top: 55, right: 490, bottom: 115 },
  ]);
  expect(boxes(true)).toEqual(boxes(false).slice(0, UPPER_RIGHT));
});

/** The corner that is left by a start, and by an arrow from there. */
const cornerBeside = (start: { x: number; y: number }, to: { x: number; y: number }, last: number = UPPER_LEFT) => {
  const arrow = { x0: start.x, y0: start.y, x1: to.x, y1: to.y };
  return freeCorner(coveredByArrows(boxes(false), [arrow], [start]), last);
};

test('a note makes way for a start and for the tip of an arrow', () => {
  expect(cornerBeside({ x: 300, y: 200 }, { x: 320, y: 210 })).toBe(UPPER_LEFT);
  expect(cornerBeside({ x: 150, y: 80 }, { x: 300, y: 200 })).toBe(LOWER_LEFT);
  expect(cornerBeside({ x: 150, y: 80 }, { x: 150, y: 300 })).toBe(LOWER_RIGHT);
  expect(cornerBeside({ x: 300, y: 200 }, { x: 400, y: 90 }, UPPER_RIGHT)).toBe(UPPER_LEFT);
});

test('a note stays where it is free, and where no other corner is much freer', () => {
  expect(cornerBeside({ x: 300, y: 200 }, { x: 320, y: 210 }, LOWER_RIGHT)).toBe(LOWER_RIGHT);
  expect(freeCorner([100, 60, 80], UPPER_LEFT)).toBe(UPPER_LEFT);
  expect(freeCorner([100, 40, 80], UPPER_LEFT)).toBe(LOWER_LEFT);
  // The corner in which it was has buttons now.
  expect(freeCorner([30, 10, 20], UPPER_RIGHT)).toBe(LOWER_LEFT);
});

test('a start weighs more than any path', () => {
  const [byStart = 0] = coveredByArrows(boxes(false), [], [{ x: 150, y: 80 }]);
  expect(byStart).toBeGreaterThan(1000 * Math.hypot(400, 300));
});
