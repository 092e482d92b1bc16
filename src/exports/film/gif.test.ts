import { expect, test } from 'vitest';
import { gifWriter } from './gif';
import { gifFrames } from './testing/gifFrames';

/** A frame of one colour with one pixel of another. */
function frame(width: number, height: number, ground: readonly number[], at: number, dot: readonly number[]) {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i += 1) rgba.set([...(i === at ? dot : ground), 255], 4 * i);
  return rgba;
}

test('a GIF has a frame for each that was added, with its size and duration', () => {
  const writer = gifWriter(6, 4);
  for (let i = 0; i < 5; i += 1) writer.add(frame(6, 4, [250, 251, 249], i, [0, 114, 178]), i === 4 ? 1.5 : 0.04);
  const gif = gifFrames(writer.finish());
  expect([gif.width, gif.height, gif.isRepeated]).toEqual([6, 4, true]);
  expect(gif.frames.map(({ hundredths }) => hundredths)).toEqual([4, 4, 4, 4, 150]);
});

test('a frame without a change is a frame all the same', () => {
  const writer = gifWriter(2, 2);
  for (let i = 0; i < 3; i += 1) writer.add(frame(2, 2, [1, 2, 3], 0, [4, 5, 6]), 0.1);
  expect(gifFrames(writer.finish()).frames).toHaveLength(3);
});

test('grounds that differ by a hair keep their colours beside thousands of others', () => {
  const width = 128;
  const rgba = new Uint8ClampedArray(width * width * 4);
  for (let i = 0; i < width * width; i += 1) {
    // Three quarters of twenty bands, one shade apart; the rest each of a colour of its own.
    const band = i % 20;
    const isBand = i % 4 !== 3;
    rgba.set([...(isBand ? [227 + band, 232 + band, 238] : [i % 256, (i >> 8) % 256, 90]), 255], 4 * i);
  }
  const writer = gifWriter(width, width);
  writer.add(rgba, 1);
  const palette = gifFrames(writer.finish()).frames[0]?.palette ?? [];
  for (let band = 0; band < 20; band += 1)
    if (band % 4 !== 3) expect(palette).toContainEqual([227 + band, 232 + band, 238]);
});
