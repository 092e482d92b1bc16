import { describe, expect, it } from 'vitest';
import type { Landscape } from '../../engine/view/types';
import { curveAt, lossesWithin, nodeAt } from './curve';

const landscape: Landscape = {
  view: { kind: 'curve', axes: [0], x: [-2, 2], y: [0, 1], held: [0] },
  width: 5,
  height: 1,
  values: Float32Array.from([4, 1, 0, 1, Infinity]),
  bands: [],
};

describe('a landscape of one axis', () => {
  it('has its first and last node at the ends of the view', () => {
    expect([0, 2, 4].map((i) => nodeAt(landscape, i))).toEqual([-2, 0, 2]);
  });

  it('is straight between nodes, and nothing beside it or at a gap', () => {
    expect([-2, -1.5, 0, 0.25].map((x) => curveAt(landscape, x))).toEqual([4, 2.5, 0, 0.25]);
    expect([-2.1, 1.5, 2, 2.1].map((x) => curveAt(landscape, x))).toEqual([null, null, null, null]);
  });

  it('gives the losses in a range, or all where the range holds too few', () => {
    expect([...lossesWithin(landscape, [-1, 1])]).toEqual([1, 0, 1]);
    expect([...lossesWithin(landscape, [0.1, 0.2])]).toEqual([4, 1, 0, 1, Infinity]);
  });
});
