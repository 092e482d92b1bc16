import { leastSquaresFit, logisticFit, weightedMoments } from '../../catalogue/datasets/fits';
import { prepareData } from '../../catalogue/datasets/prepare';
import { datasetOf } from '../../experiment/core/choice';
import type { DataChoice, UserData } from '../../experiment/core/types';
import { rememberEach, rememberLast } from '../common/memo';
import { symmetricEigen } from '../loss/eigen';

/** The curvature of a loss over user data, of a model whose output is linear in its parameters before any sigmoid. */
export interface DataCurvature {
  /** The largest curvature anywhere. */
  readonly largest: number;
  /** The smallest that is not 0, at the minimum. */
  readonly smallest: number;
  /** The largest curvature of the loss of one sample. */
  readonly largestOfSample: number;
  /** A minimum. Null where there is none, as for classes that the features tell apart without an error. */
  readonly minimum: readonly number[] | null;
}

type Inputs = (features: readonly Float64Array[], problem: DataChoice) => readonly Float64Array[];

const affine: Inputs = (features) => [...features, new Float64Array(features[0]?.length ?? 0).fill(1)];

/** What the output of a model is linear in, by columns, in the order of its parameters. */
const inputsOf: Readonly<Record<string, Inputs>> = {
  'linear-regression': affine,
  'logistic-regression': affine,
  'polynomial-regression': ([x = new Float64Array()], { settings }) =>
    Array.from({ length: (settings['degree'] ?? 1) + 1 }, (_, power) => x.map((value) => value ** power)),
};

/** Null for networks, whose curvature is different everywhere, for sampled data, and where it is 0 or not finite. */
export function dataCurvature(problem: DataChoice): DataCurvature | null {
  const { id, settings, userData } = problem;
  const makeInputs = inputsOf[id];
  if (!makeInputs || !userData) return null;
  return rememberedFor(userData)(JSON.stringify([id, settings]), () => {
    const { columns } = prepareData(datasetOf(userData), settings, null);
    const inputs = makeInputs(columns.slice(0, -1), problem);
    const y = columns.at(-1) ?? new Float64Array();
    return id === 'logistic-regression' ? ofClasses(inputs, y) : ofNumbers(inputs, y);
  });
}

/** What a form compares, and what is then chosen in it, is computed once: with each standardization and degree it needs all rows. */
const rememberedFor = rememberEach<UserData, ReturnType<typeof rememberLast<DataCurvature | null>>>(() =>
  rememberLast(4),
);

/** Of half the mean squared error. */
function ofNumbers(inputs: readonly Float64Array[], y: Float64Array): DataCurvature | null {
  const range = curvatureRange(inputs, null);
  return range && { ...range, largestOfSample: largestSquare(inputs), minimum: leastSquaresFit(inputs, y) };
}

/** A sigmoid's slope is at most this. */
const STEEPEST = 1 / 4;

/** Of the mean logistic loss, whose curvature is largest where every probability is 1/2, as at 0. */
function ofClasses(inputs: readonly Float64Array[], y: Float64Array): DataCurvature | null {
  const minimum = logisticFit(inputs, y);
  const atZero = curvatureRange(inputs, new Float64Array(y.length).fill(STEEPEST));
  if (!atZero) return null;
  const slopes = y.map((_, i) => {
    const output = minimum ? inputs.reduce((sum, column, j) => sum + (column[i] ?? 0) * (minimum[j] ?? 0), 0) : 0;
    const chance = 1 / (1 + Math.exp(-output));
    return chance * (1 - chance);
  });
  return {
    largest: atZero.largest,
    smallest: curvatureRange(inputs, slopes)?.smallest ?? atZero.smallest,
    largestOfSample: STEEPEST * largestSquare(inputs),
    minimum,
  };
}

/** A direction whose curvature is below this share of the largest, with all inputs of one size, is level but for rounding. */
const LEVEL = 1e-12;
/** What float64 still tells from 0 beside the largest curvature. */
const SMALLEST_SHARE = 2 ** -52;

function curvatureRange(inputs: readonly Float64Array[], weights: Float64Array | null) {
  const moments = weightedMoments(inputs, weights);
  const sizes = moments.map((row, j) => Math.sqrt(row[j] ?? 0) || 1);
  const scaled = moments.map((row, j) => row.map((value, k) => value / (sizes[j] ?? 1) / (sizes[k] ?? 1)));
  const shares = symmetricEigen(scaled)?.map(({ value }) => value) ?? [];
  // As many directions are not level, whatever the sizes of the inputs.
  const steep = shares.filter((share) => share > LEVEL * (shares[0] ?? 0)).length;
  const values = symmetricEigen(moments)?.map(({ value }) => value) ?? [];
  const [largest = 0] = values;
  if (!(largest > 0)) return null;
  return { largest, smallest: Math.max(values[steep - 1] ?? 0, SMALLEST_SHARE * largest) };
}

/** The largest sum of squares of a sample's inputs. */
const largestSquare = (inputs: readonly Float64Array[]): number =>
  (inputs[0] ?? new Float64Array()).reduce(
    (most, _, i) =>
      Math.max(
        most,
        inputs.reduce((sum, column) => sum + (column[i] ?? 0) ** 2, 0),
      ),
    0,
  );
