import { compileFunction, parseExpression } from '../../formula';
import { bandsAt } from '../view/contours';
import { rememberLast } from '../common/memo';
import type { Band } from '../view/types';

/** A model's prediction for a sample: a formula over its parameters and features. The features are all columns but the last. */
export interface PredictionModel {
  readonly parameters: readonly string[];
  readonly columns: readonly string[];
  readonly prediction: string;
}

/** The inputs to predict for: a grid of features, or samples. */
export type PredictionInputs =
  | {
      readonly kind: 'grid';
      /** A range for each feature, or null where it is held at 0; nodes at both ends. */
      readonly ranges: readonly (readonly [number, number] | null)[];
      /** Nodes along each range. */
      readonly count: number;
      /** With two ranges: levels of the contours to compute. */
      readonly levels?: readonly number[];
    }
  | { readonly kind: 'samples'; /** One for each feature. */ readonly features: readonly Float64Array[] };

export interface Predictions {
  /** For each point, one number per sample or per node of the grid, the first range varying fastest. */
  readonly values: readonly Float64Array[];
  /** Contours of the first point's predictions, lowest level first. */
  readonly bands: readonly Band[];
}

const rememberCode = rememberLast<(values: readonly number[]) => number>(4);

/**
 * A model's predictions in float64, for each of several points of parameter space.
 * @param points one number per parameter each
 */
export function predict(
  model: PredictionModel,
  points: readonly (readonly number[])[],
  inputs: PredictionInputs,
): Predictions {
  const names = [...model.parameters, ...model.columns.slice(0, -1)];
  const predictOne = rememberCode(JSON.stringify([model.prediction, names]), () =>
    compileFunction(parseExpression(model.prediction, names), names),
  );
  const features = inputs.kind === 'samples' ? inputs.features : nodesOf(inputs);
  const count = features[0]?.length ?? 0;
  const values = points.map((point) => {
    const all = [...point, ...features.map(() => 0)];
    return Float64Array.from({ length: count }, (_, i) => {
      features.forEach((feature, j) => (all[point.length + j] = feature[i] as number));
      return predictOne(all);
    });
  });
  return { values, bands: bandsOf(inputs, values[0]) };
}

/** The features at every node of a grid. */
export function nodesOf({ ranges, count }: Extract<PredictionInputs, { kind: 'grid' }>): Float64Array[] {
  const axes = ranges.filter((range) => range !== null).length;
  const total = count ** axes;
  let stride = 1;
  return ranges.map((range) => {
    if (range === null) return new Float64Array(total);
    const [low, high] = range;
    const every = stride;
    stride *= count;
    return Float64Array.from(
      { length: total },
      (_, i) => low + ((high - low) * (Math.floor(i / every) % count)) / (count - 1),
    );
  });
}

function bandsOf(inputs: PredictionInputs, values: Float64Array | undefined): Band[] {
  if (inputs.kind !== 'grid' || !inputs.levels || !values) return [];
  const [x, y] = inputs.ranges.filter((range) => range !== null);
  return x && y ? bandsAt(inputs.levels, values, inputs.count, inputs.count, { x, y }) : [];
}
