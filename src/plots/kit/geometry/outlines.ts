import type { RunStyle } from '../types';

type Corner = readonly [x: number, y: number];

/** SVG path data of a shape about (0, 0) with the area of a circle of this radius, so that all markers look equally large. */
type Outline = (radius: number) => string;

const circle: Outline = (radius) =>
  `M${radius},0A${radius},${radius} 0 1 1 ${-radius},0A${radius},${radius} 0 1 1 ${radius},0Z`;

function polygon(corners: readonly Corner[]): Outline {
  // Shoelace formula.
  const area = corners.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length] ?? [0, 0];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
  const unit = Math.sqrt(Math.PI / Math.abs(area));
  return (radius) => `M${corners.map(([x, y]) => `${x * unit * radius},${y * unit * radius}`).join('L')}Z`;
}

/** Corners at equal angles, the first straight up, at distances that repeat. */
function around(count: number, distances: readonly number[]): Corner[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count - Math.PI / 2;
    const distance = distances[i % distances.length] ?? 1;
    return [distance * Math.cos(angle), distance * Math.sin(angle)] as const;
  });
}

/** Corners of arms with this half width and length 1, the first straight down, joined where their sides meet. */
function arms(count: number, half: number): Corner[] {
  return Array.from({ length: count }, (_, i) => Math.PI / 2 + (2 * Math.PI * i) / count).flatMap((angle): Corner[] => {
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const inner = half / Math.sin(Math.PI / count);
    const between = angle + Math.PI / count;
    return [
      [c + half * s, s - half * c],
      [c - half * s, s + half * c],
      [inner * Math.cos(between), inner * Math.sin(between)],
    ];
  });
}

/** One outline for each marker that a run can have. */
export const outlines: Readonly<Record<RunStyle['marker'], Outline>> = {
  circle,
  square: polygon([
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ]),
  triangle: polygon(around(3, [1])),
  diamond: polygon([
    [0, -1],
    [0.6, 0],
    [0, 1],
    [-0.6, 0],
  ]),
  cross: polygon(arms(4, 1 / 3)),
  star: polygon(around(10, [1, 0.42])),
  wye: polygon(arms(3, 0.33)),
  ring: circle,
};
