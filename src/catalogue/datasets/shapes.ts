import type { RandomSource, Dataset, LocalName, SettingValues } from '../types';

/** Two curves in the plane, one for each class. */
interface Shape {
  readonly name: LocalName;
  /** The point at u along a class's curve, u from 0 to 1. */
  readonly at: (u: number, side: 0 | 1) => readonly [number, number];
}

/** Turns that each arm of the spiral makes around the middle. */
const TURNS = 1;

/**
 * In the order of the list on the page: a setting names one by its index here. Moons and circles are those of
 * scikit-learn's make_moons, here about the origin, and make_circles with factor 0.5; the spiral is that of the TensorFlow
 * Playground with fewer turns, so that a small network can follow it.
 */
export const shapes: readonly [Shape, ...Shape[]] = [
  {
    name: { en: 'moons', zh: '双月' },
    at: (u, side) => {
      const turn = side === 0 ? 1 : -1;
      return [turn * (Math.cos(Math.PI * u) - 0.5), turn * (Math.sin(Math.PI * u) - 0.25)];
    },
  },
  { name: { en: 'circles', zh: '同心圆' }, at: (u, side) => onCircle(side === 0 ? 1 : 0.5, 2 * Math.PI * u) },
  { name: { en: 'spiral', zh: '螺旋' }, at: (u, side) => onCircle(u, 2 * Math.PI * TURNS * u + Math.PI * side) },
];

const onCircle = (radius: number, angle: number): readonly [number, number] => [
  radius * Math.cos(angle),
  radius * Math.sin(angle),
];

/**
 * Points on the two curves of a shape, moved along each feature by noise*n, n standard normal. Samples
 * alternate between the classes. Sampled in the order of the samples, and n even if `noise` is 0: see sampleLinear.
 *
 * @param settings samples, shape (its index in the list), noise (a standard deviation)
 * @returns columns x1, x2 and y, the class; a sample is harder the farther it was moved off its curve
 */
export function sampleShape(settings: SettingValues, { uniform, normal }: RandomSource): Dataset {
  const { samples: size = 0, shape = 0, noise = Number.NaN } = settings;
  const { at } = shapes[shape] ?? shapes[0];
  const x1 = new Float64Array(size);
  const x2 = new Float64Array(size);
  const y = new Float64Array(size);
  const difficulty = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    const side = i % 2 === 0 ? 0 : 1;
    const [first, second] = at(uniform(), side);
    const moved = [normal(), normal()] as const;
    x1[i] = first + noise * moved[0];
    x2[i] = second + noise * moved[1];
    y[i] = side;
    difficulty[i] = Math.hypot(...moved);
  }
  return { columns: [x1, x2, y], size, difficulty };
}
