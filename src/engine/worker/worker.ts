import { handlers } from './handlers';
import { JobQueue } from './jobQueue';
import type { Answer, Request, StopOrder, WorkerMessage } from './protocol';
import { requests, type PartOf, type RequestKind } from './requests';
import { SentDataReceiver } from './sentData';
import { WorkerService } from './workerService';

/** What is no request for an answer: to cancel a job; and, from tests, two about the device. */
type WorkerCommand =
  StopOrder | { readonly kind: 'loseContext' } | { readonly kind: 'memory'; readonly port: MessagePort };

const send = (message: WorkerMessage): void => self.postMessage(message);

const channel = new MessageChannel();
const pauses: (() => void)[] = [];
channel.port1.onmessage = () => pauses.shift()?.();
/** Lets the event loop turn once: `setTimeout` would wait at least 4 ms. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    pauses.push(resolve);
    channel.port2.postMessage(null);
  });

const queue = new JobQueue({ pause, now: () => performance.now(), later: (run, ms) => setTimeout(run, ms) });
const sentData = new SentDataReceiver();
const service = new WorkerService((status) => send({ kind: 'status', status }));

self.onmessage = ({ data: message }: MessageEvent<Request | WorkerCommand>) => {
  if (message.kind === 'stop') queue.cancel(message.request);
  else if (message.kind === 'loseContext') service.loseContext();
  else if (message.kind === 'memory') message.port.postMessage(service.memory());
  else add(message);
};

function add<K extends RequestKind>({ id, kind, body }: Request<K>): void {
  const { priority, isBackground = false, policy } = requests[kind];
  const answer = (part: PartOf<K>, last = true) => send({ id, kind, part, last } satisfies Answer<K>);
  queue.add({
    slot: policy === 'newest' ? kind : `${kind} ${id}`,
    priority,
    isBackground,
    steps: handlers[kind]({ id, body: sentData.receive(body), service, answer }),
    failed: (error) => send({ id, kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  });
}
