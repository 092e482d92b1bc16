import { useMemo } from 'react';
import { planeOf, type AxedPlane } from '../kit/parts/plane';
import type { Samples } from './paintSamples';
import { at } from '../kit/geometry/at';
import { contains } from '../kit/geometry/clip';
import { extentOf, pad, unite, type Range } from '../kit/geometry/range';
import type { Frame } from '../kit/parts/useFrame';
import type { DataPlotProps } from './types';

type DataSets = Pick<DataPlotProps, 'columns' | 'validation'>;

/** The range in which a column is shown: all of its values, held-back samples included, and a margin. */
export const columnRange = ({ columns, validation }: DataSets, column: number): Range =>
  pad(unite([columns, validation ?? []].map((set) => extentOf(set[column] ?? []))) ?? [0, 1], 0.05);

/** The samples in the numbers of the two axes, and the ranges of those. */
export interface PlacedSamples {
  readonly training: Samples;
  readonly validation: Samples | null;
  readonly x: Range;
  readonly y: Range;
}

/** The columns on the two axes: a feature and the target, two features, or the target and the prediction. */
function placeSamples(
  sets: DataSets,
  { fit, feature, names }: Pick<DataPlotProps, 'fit' | 'feature' | 'names'>,
): PlacedSamples {
  const target = names.length - 1;
  const along = (across: number, up: number): Omit<PlacedSamples, 'x' | 'y'> => {
    const of = (set: readonly Float64Array[]): Samples => ({
      across: set[across] ?? NONE,
      up: set[up] ?? NONE,
      target: set[target] ?? NONE,
    });
    return { training: of(sets.columns), validation: sets.validation && of(sets.validation) };
  };
  if (fit.kind === 'curve') return { ...along(feature, target), x: fit.range, y: columnRange(sets, target) };
  if (fit.kind === 'regions') return { ...along(0, 1), x: fit.x, y: fit.y };
  const { training, validation } = along(target, target);
  const count = training.across.length;
  const predicted = fit.predicted ?? NONE;
  const range = columnRange(sets, target);
  return {
    training: { ...training, up: predicted.subarray(0, count) },
    validation: validation && { ...validation, up: predicted.subarray(count) },
    x: range,
    y: range,
  };
}

const NONE = new Float64Array(0);

/** Least ratio of width to height of a map of the classes. */
const MIN_ASPECT = 1.75;

/** Ranges of two features for a map of the classes, wide enough that the map fills a plot with equal units on both axes. */
export function regionRanges(sets: DataSets): readonly [x: Range, y: Range] {
  const [x, y] = [columnRange(sets, 0), columnRange(sets, 1)];
  const missing = MIN_ASPECT * (y[1] - y[0]) - (x[1] - x[0]);
  const more = Math.max(0, missing / 2);
  return [[x[0] - more, x[1] + more], y];
}

/** Room for the legend beside a map or below its numbers, in rem. */
const LEGEND = { beside: 12, below: 3.5 };

/**
 * Two axes with equal units, so that a circle of samples looks round. The map is in the middle, with its legend beside or
 * below it, whichever leaves the map larger.
 */
export function roundPlane(x: Range, y: Range, frame: Frame): DataPlane {
  const { box } = planeOf(x, y, frame);
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const unitIn = (across: number, up: number) => Math.min(across / (x[1] - x[0]), up / (y[1] - y[0]));
  const beside = LEGEND.beside * frame.rem;
  const units = { beside: unitIn(width - beside, height), below: unitIn(width, height - LEGEND.below * frame.rem) };
  const legend = units.beside >= units.below ? 'beside' : 'below';
  const spare = width - units[legend] * (x[1] - x[0]);
  const below = height - units[legend] * (y[1] - y[0]);
  const inset = (legend === 'beside' ? spare - beside : spare) / 2;
  return {
    ...planeOf(x, y, { ...frame, width: frame.width - spare + inset, height: frame.height - below }, inset),
    legend,
  };
}

const flatPlane = (x: Range, y: Range, frame: Frame): DataPlane => ({ ...planeOf(x, y, frame), legend: null });

/** Axes, and where the legend of a map is; null for other plots. */
export type DataPlane = AxedPlane & { readonly legend: 'beside' | 'below' | null };

/** The samples and their axes. Recomputed when the data, the predictions for samples or the frame change. */
export function usePlottedSamples(
  props: DataPlotProps,
  frame: Frame,
): { readonly samples: PlacedSamples; readonly plane: DataPlane } {
  const { columns, validation, names, fit, feature } = props;
  const samples = useMemo(
    () => placeSamples({ columns, validation }, { fit, feature, names }),
    [columns, validation, names, fit, feature],
  );
  const [x0, x1] = samples.x;
  const [y0, y1] = samples.y;
  const isMap = fit.kind === 'regions';
  const plane = useMemo(
    () => (isMap ? roundPlane : flatPlane)([x0, x1], [y0, y1], frame),
    [isMap, x0, x1, y0, y1, frame],
  );
  return { samples, plane };
}

/** Number of samples outside the plot: their predictions are far from the target, or not finite. */
export function countOutside({ training, validation }: PlacedSamples, { x, y, box }: AxedPlane): number {
  const outside = ({ across, up }: Samples) =>
    up.reduce((count, value, i) => count + Number(!contains(box, x(at(across, i)), y(value))), 0);
  return outside(training) + (validation ? outside(validation) : 0);
}
