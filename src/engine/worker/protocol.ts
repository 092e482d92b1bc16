import type { EngineStatus } from '../gpu/types';
import type { BodyOf, PartOf, RequestKind, ScreenRequestKind } from './requests';

/** What the page asks of the worker. `id` grows with every request. */
export interface Request<K extends RequestKind = RequestKind> {
  readonly id: number;
  readonly kind: K;
  readonly body: BodyOf<K>;
}

/** Tells the worker to cancel the job of a kind of request. */
export interface StopOrder {
  readonly kind: 'stop';
  readonly request: ScreenRequestKind;
}

/** One message of the answer to a request; `last` marks the final one. */
export interface Answer<K extends RequestKind = RequestKind> {
  readonly id: number;
  readonly kind: K;
  readonly part: PartOf<K>;
  readonly last: boolean;
}

/** The request was refused or went wrong. The message is a sentence for the user. */
interface Failure {
  readonly id: number;
  readonly kind: 'failed';
  readonly message: string;
}

/** What the worker sends to the page. A status comes unasked, whenever a device is opened. */
export type WorkerMessage = Answer | Failure | { readonly kind: 'status'; readonly status: EngineStatus };

export const isAnswerTo = <K extends RequestKind>(kind: K, answer: Answer): answer is Answer<K> => answer.kind === kind;
