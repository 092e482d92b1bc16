import { handlers } from './handlers';
import { JobQueue } from './jobQueue';
import { withMatrixFunctions } from './matrices';
import type { Answer, CancelOrder, Ping, Request, WorkerMessage } from './protocol';
import { requests, type PartOf, type RequestKind } from './requests';
import { SentDataReceiver } from './sentData';
import { WorkerService } from './workerService';
import { messageOf } from '../common/messageOf';
import { nextTask } from '../common/nextTask';

/** What is no request for an answer: to cancel a job, to say that it is alive; and, from tests, two about the device. */
type WorkerCommand =
  CancelOrder | Ping | { readonly kind: 'loseContext' } | { readonly kind: 'memory'; readonly port: MessagePort };

/**
 * All that the worker does: takes messages of the page, does the work in steps, and answers.
 * @param send takes what is to reach the page
 * @param options `onPage` where this runs on the page itself, which then computes on the CPU
 * @returns the receiver of the page's messages
 */
export function answerRequests(
  send: (message: WorkerMessage) => void,
  { onPage = false } = {},
): (message: Request | WorkerCommand) => void {
  const queue = new JobQueue({
    pause: nextTask,
    now: () => performance.now(),
    later: (run, ms) => setTimeout(run, ms),
  });
  const sentData = new SentDataReceiver();
  const service = new WorkerService((status) => send({ kind: 'status', status }), onPage ? 'noWorker' : undefined);

  function* stepsOf<K extends RequestKind>({ id, kind, body }: Request<K>): Generator<void, void> {
    let isAnswered = false;
    const answer = (part: PartOf<K>, last = true) => {
      isAnswered ||= last;
      send({ id, kind, part, last } satisfies Answer<K>);
    };
    yield* withMatrixFunctions(body);
    yield* handlers[kind]({ id, body, service, answer });
    if (!isAnswered) send({ id, kind: 'unanswered' });
  }

  const add = (request: Request): void => {
    const { id, kind } = request;
    const { priority, isBackground = false, policy } = requests[kind];
    queue.add({
      slot: policy === 'newest' ? kind : `${kind} ${id}`,
      priority,
      isBackground,
      startsAtOnce: policy === 'newest',
      // Here and not in the first step: messages refer to the user data of those that came before.
      steps: stepsOf({ ...request, body: sentData.receive(request.body) }),
      failed: (error) => send({ id, kind: 'failed', message: messageOf(error) }),
    });
  };

  return (message) => {
    if (message.kind === 'cancel') queue.cancel(message.request);
    else if (message.kind === 'ping') send({ kind: 'alive' });
    else if (message.kind === 'loseContext') service.loseContext();
    else if (message.kind === 'memory') message.port.postMessage(service.memory());
    else add(message);
  };
}
