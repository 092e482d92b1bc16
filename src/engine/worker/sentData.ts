import type { DataChoice, Experiment, UserData } from '../../experiment/core/types';

/** Stands for the user data that were sent last. Real user data have two samples at least. */
const SENT_BEFORE: UserData = { x: [], y: [] };

/**
 * Sends user data once. They may be thousands of rows, which would otherwise be copied with every request. Page and worker
 * both remember the last ones; messages arrive in order.
 */
export class SentDataSender {
  private last: UserData | null = null;

  /** The body of a request as it is sent. */
  readonly send = <T extends object>(body: T): T =>
    mapUserData(body, (data) => {
      if (data === this.last) return SENT_BEFORE;
      this.last = data;
      return data;
    });
}

export class SentDataReceiver {
  private last: UserData | null = null;

  /** The body of a request as the page meant it. The same data are the same object in all of them. */
  readonly receive = <T extends object>(body: T): T =>
    mapUserData(body, (data) => {
      if (data.y.length > 0) this.last = data;
      if (this.last === null) throw new RangeError('the request refers to user data that were never sent');
      return this.last;
    });
}

/** The same body with other user data in its experiment, if it has any. */
function mapUserData<T extends { readonly experiment?: Experiment }>(body: T, change: (data: UserData) => UserData): T {
  const problem = body.experiment?.problem;
  if (problem?.kind !== 'data' || !problem.userData) return body;
  const changed = { ...problem, userData: change(problem.userData) } satisfies DataChoice;
  return { ...body, experiment: { ...body.experiment, problem: changed } };
}
