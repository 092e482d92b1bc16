import { expect, test } from 'vitest';
import { framesOf } from './film';

const lengthOf = (frames: readonly { readonly seconds: number }[]) =>
  frames.reduce((sum, { seconds }) => sum + seconds, 0);

test('a film of a short run moves between its steps, from the first to the last, and stays there', () => {
  const frames = framesOf(10, 4, true);
  expect(frames).toHaveLength(100);
  expect([frames[0]?.position, frames.at(-1)?.position]).toEqual([0, 10]);
  expect(frames[1]?.position).toBeCloseTo(10 / 99, 12);
  expect(lengthOf(frames)).toBeCloseTo(4 + 1.5, 9);
});

test('a film of a long run shows whole steps, each once', () => {
  const frames = framesOf(20, 4, false);
  expect(frames.map(({ position }) => position)).toEqual(Array.from({ length: 21 }, (_, step) => step));
  expect(lengthOf(frames)).toBeCloseTo(4 + 1.5, 9);
});

test('a film of a run without steps is one picture', () => {
  expect(framesOf(0, 3, true)).toEqual([{ position: 0, seconds: expect.closeTo(4.5, 9) as number }]);
});
