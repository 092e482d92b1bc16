import type { EngineStatus } from '../gpu/types';
import type { BodyOf, PartOf, RequestKind, ScreenRequestKind } from './requests';

/** What the page asks of the worker. `id` grows with every request. */
export interface Request<K extends RequestKind = RequestKind> {
  readonly id: number;
  readonly kind: K;
  readonly body: BodyOf<K>;
}

/** Tells the worker to cancel the job of a kind of request. */
export interface CancelOrder {
  readonly kind: 'cancel';
  readonly request: ScreenRequestKind;
}

/** Asks the worker for a sign of life. It is answered between two steps of the job at work, by `alive`. */
export interface Ping {
  readonly kind: 'ping';
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

/** The request has no answer: it was about a trace that the worker no longer has. A newer one is on its way. */
interface Unanswered {
  readonly id: number;
  readonly kind: 'unanswered';
}

/** What the worker says of requests. */
export type Reply = Answer | Failure | Unanswered;

/** What the worker sends to the page. A status comes unasked, whenever a device is opened. */
export type WorkerMessage =
  Reply | { readonly kind: 'status'; readonly status: EngineStatus } | { readonly kind: 'alive' };

export const isAnswerTo = <K extends RequestKind>(kind: K, answer: Answer): answer is Answer<K> => answer.kind === kind;
