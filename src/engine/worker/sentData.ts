import type { DataChoice, Experiment, UserData } from '../../experiment/core/types';
import type { PredictionInputs } from '../float64/predict';

/** Stands for the user data that were sent last. Real user data have two samples at least. */
const SENT_BEFORE: UserData = { x: [], y: [] };

/** What a body may hold of the samples: as the user's rows, or as the columns of features to predict for. */
interface Body {
  readonly experiment?: Experiment;
  readonly inputs?: PredictionInputs;
}

type Features = readonly Float64Array[];

/**
 * Sends user data and features once. They may be thousands of rows, which would otherwise be copied with every request. Page and worker
 * both remember the last ones; messages arrive in order.
 */
export class SentDataSender {
  private last: UserData | null = null;
  private features: Features | null = null;

  /** The body of a request as it is sent. */
  readonly send = <T extends object>(body: T): T =>
    mapSamples(
      body,
      (data) => {
        if (data === this.last) return SENT_BEFORE;
        this.last = data;
        return data;
      },
      (features) => {
        if (features === this.features) return [];
        this.features = features;
        return features;
      },
    );
}

export class SentDataReceiver {
  private last: UserData | null = null;
  private features: Features = [];

  /** The body of a request as the page meant it. The same data are the same object in all of them. */
  readonly receive = <T extends object>(body: T): T =>
    mapSamples(
      body,
      (data) => {
        if (data.y.length > 0) this.last = data;
        if (this.last === null) throw new RangeError('user data were never sent');
        return this.last;
      },
      (features) => (this.features = features.length > 0 ? features : this.features),
    );
}

/** The same body with other user data in its experiment and other features in its inputs, if it has any. */
function mapSamples<T extends Body>(
  body: T,
  change: (data: UserData) => UserData,
  changeFeatures: (features: Features) => Features,
): T {
  const { inputs } = body;
  if (inputs?.kind === 'samples') return { ...body, inputs: { ...inputs, features: changeFeatures(inputs.features) } };
  const problem = body.experiment?.problem;
  if (problem?.kind !== 'data' || !problem.userData) return body;
  const changed = { ...problem, userData: change(problem.userData) } satisfies DataChoice;
  return { ...body, experiment: { ...body.experiment, problem: changed } };
}
