import type { answerRequests } from './answerRequests';
import pageWorkerAddress from './pageWorker.ts?worker&url';
import { HANDED_OVER } from './handOver';
import type { Ping, Request, StopOrder, WorkerMessage } from './protocol';

/** What the page needs of a worker: a part of `Worker`, so that the page itself or a test can stand in for one. */
export interface WorkerPort {
  onmessage: ((event: MessageEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  /** An event without a message says that the script could not be loaded. */
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(message: Request | StopOrder | Ping): void;
  terminate(): void;
}

/** Starts the worker's script. Throws where the browser forbids workers. */
export const startWorker = (): WorkerPort =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }) as WorkerPort;

/** Starts the worker's script once something else has happened, and keeps messages until then. */
export function startWorkerAfter(moment: Promise<unknown>): WorkerPort {
  let worker: WorkerPort | null = null;
  let isTerminated = false;
  const early: Parameters<WorkerPort['postMessage']>[0][] = [];
  const port: WorkerPort = {
    onmessage: null,
    onmessageerror: null,
    onerror: null,
    postMessage: (message) => (worker ? worker.postMessage(message) : early.push(message)),
    terminate: () => {
      isTerminated = true;
      worker?.terminate();
    },
  };
  const start = () => {
    if (isTerminated) return;
    worker = startWorker();
    worker.onmessage = (event) => port.onmessage?.(event);
    worker.onmessageerror = (event) => port.onmessageerror?.(event);
    worker.onerror = (event) => port.onerror?.(event);
    for (const message of early) worker.postMessage(message);
  };
  // Where the browser forbids workers, this one has stopped before it began.
  moment.then(start).catch(() => port.onerror?.({}));
  return port;
}

type AnswerRequests = typeof answerRequests;

let answering: Promise<AnswerRequests> | null = null;

/** Loads what the worker runs into the page. Rejects where that cannot be loaded; the next call then tries again. */
function loadAnswering(): Promise<AnswerRequests> {
  answering ??= new Promise<AnswerRequests>((resolve, reject) => {
    window.addEventListener(HANDED_OVER, ({ detail }) => resolve(detail), { once: true });
    import(/* @vite-ignore */ pageWorkerAddress).catch(reject);
  }).catch((error: unknown) => {
    answering = null;
    throw error;
  });
  return answering;
}

/** Does the worker's work on the page, in steps of about 10 ms, for when no worker can be had. Loads its code first. */
export function startOnPage(): WorkerPort {
  let receive: ReturnType<AnswerRequests> | null = null;
  let isTerminated = false;
  const early: (Request | StopOrder | Ping)[] = [];
  const port: WorkerPort = {
    onmessage: null,
    onmessageerror: null,
    onerror: null,
    postMessage: (message) => (receive ? receive(message) : early.push(message)),
    terminate: () => {
      isTerminated = true;
    },
  };
  // A copy, as between threads: the work goes on with the same arrays.
  const send = (message: WorkerMessage) => {
    if (!isTerminated) port.onmessage?.(new MessageEvent('message', { data: structuredClone(message) }));
  };
  loadAnswering().then(
    (answerRequests) => {
      receive = answerRequests(send, { onPage: true });
      early.forEach(receive);
    },
    () => port.onerror?.({}),
  );
  return port;
}
