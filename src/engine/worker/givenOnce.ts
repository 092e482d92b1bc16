import type { DataChoice, Experiment, GivenData } from '../../experiment/core/types';
import type { RequestBody } from './protocol';

/** Stands for the data that were sent last: data given outright have two samples at least. */
const SAME: GivenData = { x: [], y: [] };

/**
 * Sends data that a person gave once. They may be thousands of rows, which would be copied with every request otherwise; page and worker
 * both remember the last ones, and messages arrive in order.
 */
export class GivenSender {
  private last: GivenData | null = null;

  /** The request as it is sent. */
  readonly send = <T extends RequestBody>(body: T): T =>
    withGiven(body, (given) => {
      if (given === this.last) return SAME;
      this.last = given;
      return given;
    });
}

export class GivenReceiver {
  private last: GivenData | null = null;

  /** The request as it was meant: the same data are the same object in all of them. */
  readonly receive = <T extends RequestBody>(body: T): T =>
    withGiven(body, (given) => {
      if (given.y.length > 0) this.last = given;
      if (this.last === null) throw new RangeError('data that were sent before are none');
      return this.last;
    });
}

/** The same request with other given data in the place of its own. */
function withGiven<T extends RequestBody>(body: T, change: (given: GivenData) => GivenData): T {
  if ('experiment' in body) return { ...body, experiment: changed(body.experiment, change) };
  if ('sweep' in body) return { ...body, sweep: { ...body.sweep, experiment: changed(body.sweep.experiment, change) } };
  return body;
}

function changed(experiment: Experiment, change: (given: GivenData) => GivenData): Experiment {
  const { problem } = experiment;
  if (problem.kind !== 'data' || !problem.given) return experiment;
  return { ...experiment, problem: { ...problem, given: change(problem.given) } satisfies DataChoice };
}
