import type { AxisScale } from '../../../experiment/core/types';
import type { Range } from './range';

/** Maps values to pixels. Written here because d3-scale also brings colours and interpolators: almost 10 kB for two formulas. */
export interface Scale {
  (value: number): number;
  /** The value at a pixel. */
  readonly invert: (pixel: number) => number;
  /** The values at the two ends. */
  readonly domain: Range;
}

/** A scale with pixels in proportion to values. */
export function linearScale(domain: Range, [start, end]: Range): Scale {
  const [low, high] = domain;
  const perValue = (end - start) / (high - low);
  // Exactly the end of the axis, also where rounding would lead past it: what lies outside is not drawn.
  return Object.assign((value: number) => (value === high ? end : start + (value - low) * perValue), {
    invert: (pixel: number) => low + (pixel - start) / perValue,
    domain,
  });
}

/** A scale with pixels in proportion to the logarithms of values, which must be above 0. */
export function logScale(domain: Range, range: Range): Scale {
  const ofLogs = linearScale([Math.log10(domain[0]), Math.log10(domain[1])], range);
  return Object.assign((value: number) => ofLogs(Math.log10(value)), {
    invert: (pixel: number) => 10 ** ofLogs.invert(pixel),
    domain,
  });
}

/** A scale with pixels in proportion to the logarithms of 1 - value, for values below 1. */
export function oneMinusScale(domain: Range, range: Range): Scale {
  const ofDistances = logScale([1 - domain[0], 1 - domain[1]], range);
  return Object.assign((value: number) => ofDistances(1 - value), {
    invert: (pixel: number) => 1 - ofDistances.invert(pixel),
    domain,
  });
}

/** The scales that the axes of a sweep may have. */
export const scaleBy: Readonly<Record<AxisScale, (domain: Range, range: Range) => Scale>> = {
  linear: linearScale,
  log: logScale,
  oneMinus: oneMinusScale,
};
