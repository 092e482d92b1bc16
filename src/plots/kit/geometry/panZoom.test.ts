import { describe, expect, it } from 'vitest';
import type { View } from '../../../engine/view/types';
import { clipSegment } from './clip';
import { placeName, placeNote } from './labelPlacement';
import { keyStep, panView, roundTo, roundToPixel, wheelFactor, zoomView } from './panZoom';

const view: View = { kind: 'plane', axes: [0, 1], x: [-2, 2], y: [0, 10], held: [0, 0] };

describe('panView and zoomView', () => {
  it('moves with the pointer: content dragged to the right shows what was on the left', () => {
    expect(panView(view, { x: 0.25, y: -0.1 })).toEqual({ ...view, x: [-3, 1], y: [1, 11] });
  });

  it('keeps the place under the pointer and undoes itself', () => {
    const zoomed = zoomView(view, 2, { x: 0.75, y: 0 });
    expect(zoomed).toEqual({ ...view, x: [-0.5, 1.5], y: [0, 5] });
    expect(zoomView(zoomed, 0.5, { x: 0.75, y: 0 })).toEqual(view);
  });

  it('leaves the loss alone where there is one axis', () => {
    const curve: View = { kind: 'curve', axes: [0], x: [-2, 2], y: [0, 1], held: [0] };
    expect(panView(curve, { x: 0.5, y: 0.5 })).toEqual({ ...curve, x: [-4, 0] });
    expect(zoomView(curve, 4, { x: 0.5, y: 0.5 })).toEqual({ ...curve, x: [-0.5, 0.5] });
  });

  it('ends where float32 could not tell the columns of a picture apart', () => {
    const deep: View = { ...view, x: [1, 1 + 2e-6], y: [1, 1 + 2e-6] };
    expect(zoomView(deep, 10, { x: 0.5, y: 0.5 })).toBe(deep);
  });

  it('magnifies when the wheel turns away, tenfold as fast for a pinch', () => {
    expect(wheelFactor({ deltaY: -500, deltaMode: 0, ctrlKey: false })).toBe(2);
    expect(wheelFactor({ deltaY: 50, deltaMode: 0, ctrlKey: true })).toBe(0.5);
    expect(wheelFactor({ deltaY: -20, deltaMode: 1, ctrlKey: false })).toBe(2);
  });
});

describe('steps and digits of the start point', () => {
  it('steps by a power of ten that goes twenty times into the view', () => {
    expect(
      [
        [-2, 2],
        [-1, 1],
        [-10, 10],
        [0, 0.003],
      ].map(([low = 0, high = 0]) => keyStep([low, high])),
    ).toEqual([0.1, 0.1, 1, 0.0001]);
  });

  it('leaves no dust of binary fractions', () => {
    expect(roundTo(0.1 + 0.2, 0.1)).toBe(0.3);
    expect(roundTo(1234, 100)).toBe(1200);
    expect(roundToPixel(1.23456, [-2, 2], 500)).toBe(1.235);
    expect(roundToPixel(1234.56, [0, 10_000], 400)).toBe(1230);
  });
});

describe('placeNote', () => {
  const box = { left: 0, top: 0, right: 300, bottom: 200 };
  const note = { width: 100, height: 60 };

  it('stands to the right and above, or on the other side at an edge', () => {
    expect(placeNote({ x: 50, y: 150 }, note, box, 10)).toEqual({ left: 60, top: 80 });
    expect(placeNote({ x: 250, y: 20 }, note, box, 10)).toEqual({ left: 140, top: 30 });
  });

  it('never leaves the plot', () => {
    for (let x = 0; x <= 300; x += 20) {
      for (let y = 0; y <= 200; y += 20) {
        const { left, top } = placeNote({ x, y }, note, box, 10);
        expect(left >= 0 && left + note.width <= 300 && top >= 0 && top + note.height <= 200).toBe(true);
      }
    }
  });
});

describe('placeName', () => {
  const box = { left: 0, top: 0, right: 600, bottom: 400 };
  const name = { width: 120, height: 20 };
  const cornerBox = (x: number, y: number, { isRight, isAbove }: { isRight: boolean; isAbove: boolean }) => {
    const [left, top] = [isRight ? x + 8 : x - 8 - name.width, isAbove ? y - 8 - name.height : y + 8];
    return { left, top, right: left + name.width, bottom: top + name.height };
  };

  it('never lies on a straight line that ends there, whichever way it comes', () => {
    for (let degrees = 0; degrees < 360; degrees += 5) {
      const [x, y] = [300, 200];
      const from = {
        x: x + 250 * Math.cos((degrees * Math.PI) / 180),
        y: y + 250 * Math.sin((degrees * Math.PI) / 180),
      };
      const line = { x: Float64Array.of(from.x, x), y: Float64Array.of(from.y, y), rows: Int32Array.of(0, 1) };
      const corner = placeName({ x, y }, name, box, [line], 8);
      expect(clipSegment({ x0: from.x, y0: from.y, x1: x, y1: y }, cornerBox(x, y, corner))).toBe(null);
    }
  });

  it('stays inside the plot at every edge, even on the line', () => {
    for (const x of [0, 300, 600]) {
      for (const y of [0, 200, 400]) {
        const line = { x: Float64Array.of(300, x), y: Float64Array.of(200, y), rows: Int32Array.of(0, 1) };
        const { left, right, top, bottom } = cornerBox(x, y, placeName({ x, y }, name, box, [line], 8));
        expect([left >= 0, right <= 600, top >= 0, bottom <= 400]).toEqual([true, true, true, true]);
      }
    }
  });
});
