import { afterEach, expect, test, vi } from 'vitest';
import { atOnceThenPerFrame } from './frame';

afterEach(() => vi.unstubAllGlobals());

test('a call after a quiet frame is made at once, and those of a frame with one are joined in the next', async () => {
  const frames: (() => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
  const nextFrame = () => frames.shift()?.();
  let value = 0;
  const seen: number[] = [];
  const call = atOnceThenPerFrame(() => seen.push(value));
  const change = (to: number) => {
    value = to;
    call();
  };
  change(1);
  change(2);
  await Promise.resolve();
  expect(seen).toEqual([2]);
  change(3);
  change(4);
  await Promise.resolve();
  expect(seen).toEqual([2]);
  nextFrame();
  // The first call saw the second change already, which asks once more: the caller finds then that nothing is new.
  expect(seen).toEqual([2, 4]);
  nextFrame();
  change(5);
  await Promise.resolve();
  expect(seen).toEqual([2, 4, 5]);
  nextFrame();
  nextFrame();
  expect(frames).toEqual([]);
  expect(seen).toEqual([2, 4, 5]);
});
