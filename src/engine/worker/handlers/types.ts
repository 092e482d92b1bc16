import type { BodyOf, PartOf, RequestKind } from '../requests';
import type { WorkerService } from '../workerService';

/** A request as its handler gets it. */
interface Asked<K extends RequestKind> {
  readonly id: number;
  readonly body: BodyOf<K>;
  readonly service: WorkerService;
  /** Answers the request; with `last` false more parts follow. A handler may also leave a request unanswered. */
  readonly answer: (part: PartOf<K>, last?: boolean) => void;
}

/** Does what one kind of request asks for. Yields about every 10 ms, so that more urgent requests come between. */
export type Handler<K extends RequestKind> = (asked: Asked<K>) => Generator<void, void>;

/** A handler of what takes so little time that it is done in one step. */
export const atOnce = <K extends RequestKind>(handle: (asked: Asked<K>) => void): Handler<K> =>
  // eslint-disable-next-line require-yield -- one step
  function* (asked) {
    handle(asked);
  };
