import fc from 'fast-check';
import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { qrCodeOf } from './qrCode';

/** Node takes the package for one without a default export. */
const { default: decode = jsQR } = jsQR as typeof jsQR & { readonly default?: typeof jsQR };

/** Pixels along a side of a module: a decoder needs a few. */
const SCALE = 3;

/** What a camera reads from the path as it is painted. */
function readPainted({ size, path }: { readonly size: number; readonly path: string }): string | undefined {
  const side = size * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row += 1)
      for (let column = Number(x) * SCALE; column < (Number(x) + Number(width)) * SCALE; column += 1)
        pixels.fill(0, 4 * (row * side + column), 4 * (row * side + column) + 3);
  }
  return decode(pixels, side, side)?.data;
}

test('a decoder reads the link back', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9.,;=&-]{1,900}$/), (fragment) => {
      const link = `https://overshoot.example/#${fragment}`;
      const code = qrCodeOf(link);
      expect(code && readPainted(code)).toBe(link);
    }),
    { numRuns: 20 },
  );
});

test('a text that is too long has no code', () => {
  expect(qrCodeOf(`https://overshoot.example/#${'x'.repeat(5000)}`)).toBeNull();
});
