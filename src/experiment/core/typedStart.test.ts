import { describe, expect, test } from 'vitest';
import { compileLoss, parseExpression } from '../../formula';
import { startOf, usableStart } from './typedStart';
import type { CustomChoice } from './types';

const typed = (loss: string, parameters: readonly string[] = ['x'], constants?: CustomChoice['constants']) =>
  ({ kind: 'custom', loss, parameters, ...(constants && { constants }) }) as const;
const program = (loss: string, parameters: readonly string[] = ['x']) =>
  compileLoss(parseExpression(loss, parameters), parameters, []);
/** The start of a loss of x. */
const startAt = (loss: string, ...preferred: readonly [number, ...number[]]): number => {
  const [first, ...others] = preferred.map((x) => [x]) as [number[], ...number[][]];
  return startOf(typed(loss), [first, ...others])[0] as number;
};

describe('the start of a typed loss', () => {
  test('is the first preferred point with a value and a slope', () => {
    expect(startAt('x^2', 3, 4)).toBe(3);
    // At 0 the slope is 0; the logarithm of -1 is none; the root has an infinite slope at 0.
    expect(startAt('x^2', 0, 4)).toBe(4);
    expect(startAt('log(x)', -1, 4)).toBe(4);
    expect(startAt('sqrt(x)', 0, 4)).toBe(4);
  });

  test('is a point near the first preferred one, if none of these will do', () => {
    const start = startAt('(x - 5)^2', 5);
    expect(start).not.toBe(5);
    expect(Math.abs(start - 5)).toBeLessThanOrEqual(2);
    // Written with two digits.
    expect(start).toBe(Number(start.toPrecision(2)));
  });

  test('is far away where the loss has no value nearby', () => {
    const start = startAt('log(x - 300)', 1);
    expect(start).toBeGreaterThan(300);
    expect(start).toBeLessThanOrEqual(1001);
    const near = startAt('log(0.01 - (x - 0.11)^2)', 0);
    expect(Math.abs(near - 0.11)).toBeLessThan(0.1);
  });

  test('has values that are constants in their places', () => {
    const choice = typed('log(a*x + b)', ['x'], { a: -1, b: 2 });
    expect(startOf(choice, [[3], [1]])).toEqual([1]);
    expect(startOf(typed('log(a*x + b)', ['x'], { a: 2, b: -1 }), [[0], [3]])).toEqual([3]);
  });

  test('is no point whose slope is nothing beside the loss, as at a minimum with rounding', () => {
    // A slope of 2e-9, where 1e-6 is the least; and of 2, where it is a thousand.
    expect(2e-9 * Math.abs(startAt('1e-9*x^2', 1))).toBeGreaterThan(1e-6);
    expect(2 * Math.abs(startAt('1e9 + x^2', 1))).toBeGreaterThan(1000);
    expect(2 * Math.abs(startAt('x^2 - 1e9', 1))).toBeGreaterThan(1000);
    expect(startAt('2e-6*x', 0.1, 4)).toBe(0.1);
    expect(startAt('5e-7*x', 0.1, 4)).toBe(0.1);
  });

  test('is the first preferred point with a value, where no point has a slope, and none where none has a value', () => {
    expect(startAt('7', 3, 4)).toBe(3);
    expect(startAt('log(-1 - x^2)', 3, 4)).toBe(3);
    expect(usableStart(program('log(-1 - x^2)'), [], [[3], [4]])).toBeNull();
    expect(usableStart(program('x - x + sqrt(1 - (x - 4)^2)*0'), [], [[9], [4]])).toEqual([4]);
  });

  test('has a slope in any of its parameters', () => {
    expect(startOf(typed('x^2 + y^2', ['x', 'y']), [[0, 3]])).toEqual([0, 3]);
    const start = startOf(typed('x^2 + y^2', ['x', 'y']), [[0, 0]]);
    expect(Math.hypot(...start)).toBeGreaterThan(0);
    expect(start.every((x) => Math.abs(x) <= 2)).toBe(true);
  });

  test('is around 0 without a preferred point', () => {
    const start = usableStart(program('x*y', ['x', 'y']), [], []) ?? [];
    expect(start).toHaveLength(2);
    expect(start.every((x) => Math.abs(x) <= 2 && x !== 0)).toBe(true);
  });

  test('is in the box that the parameters are kept in', () => {
    const within = (domain: readonly (readonly [number, number])[], ...preferred: readonly (readonly number[])[]) =>
      usableStart(program('x + y', ['x', 'y']), [], preferred, domain);
    const box = [
      [0, 1],
      [2, 3],
    ] as const;
    expect(within(box, [0, 2])).toEqual([0, 2]);
    expect(within(box, [1, 3])).toEqual([1, 3]);
    for (const outside of [
      [-0.1, 2.5],
      [1.1, 2.5],
      [0.5, 1.9],
      [0.5, 3.1],
    ])
      expect(within(box, outside, [0.5, 2.5])).toEqual([0.5, 2.5]);
    const near = [
      [0, 1],
      [-2, -1],
    ] as const;
    const [x = Number.NaN, y = Number.NaN] = within(near, [0, 0]) ?? [];
    expect(x >= 0 && x <= 1 && y >= -2 && y <= -1).toBe(true);
  });
});

test('the points around a centre fill their box: one lies in every ninth of it', () => {
  const middles = [-4 / 3, 0, 4 / 3];
  for (const x of middles)
    for (const y of middles) {
      // A value only in the square around this point, a sixth of the box to each side.
      const loss = `sqrt(2/3 - max(abs(x + 2 - ${x + 2}), abs(y + 2 - ${y + 2}))) + x`;
      const [foundX = Number.NaN, foundY = Number.NaN] = usableStart(program(loss, ['x', 'y']), [], [[0, 0]]) ?? [];
      expect(Math.max(Math.abs(foundX - x), Math.abs(foundY - y))).toBeLessThanOrEqual(2 / 3);
    }
});
