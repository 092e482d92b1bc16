import type { answerRequests } from './answerRequests';
import pageWorkerAddress from './pageWorker.ts?worker&url';
import { HANDED_OVER } from './handOver';
import type { CancelOrder, Ping, Request, WorkerMessage } from './protocol';

/** What the page needs of a worker: a part of `Worker`, so that the page itself or a test can stand in for one. */
export interface WorkerPort {
  onmessage: ((event: MessageEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  /** An event without a message says that the script could not be loaded. */
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(message: Request | CancelOrder | Ping): void;
  terminate(): void;
}

/** Starts the worker's script. Throws where the browser forbids workers. */
export const startWorker = (): WorkerPort =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }) as WorkerPort;

type PageMessage = Parameters<WorkerPort['postMessage']>[0];

/** What a port that is not ready yet becomes. */
interface Started {
  readonly post: (message: PageMessage) => void;
  readonly terminate: () => void;
}

/**
 * A port that keeps messages until what answers them has started; an error without a message says that it could not start.
 * @param start given the port, on which it puts what is answered
 */
function portInWaiting(start: (port: WorkerPort) => Promise<Started>): WorkerPort {
  let started: Started | null = null;
  let isTerminated = false;
  const early: PageMessage[] = [];
  const port: WorkerPort = {
    onmessage: null,
    onmessageerror: null,
    onerror: null,
    postMessage: (message) => (started ? started.post(message) : early.push(message)),
    terminate: () => {
      isTerminated = true;
      started?.terminate();
    },
  };
  start(port).then(
    (now) => {
      started = now;
      if (isTerminated) now.terminate();
      else early.forEach(now.post);
    },
    () => port.onerror?.({}),
  );
  return port;
}

/** Starts the worker's script once something else has happened. */
export const startWorkerAfter = (moment: Promise<unknown>): WorkerPort =>
  portInWaiting(async (port) => {
    await moment;
    const worker = startWorker();
    worker.onmessage = (event) => port.onmessage?.(event);
    worker.onmessageerror = (event) => port.onmessageerror?.(event);
    worker.onerror = (event) => port.onerror?.(event);
    return { post: (message) => worker.postMessage(message), terminate: () => worker.terminate() };
  });

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
export const startOnPage = (): WorkerPort =>
  portInWaiting(async (port) => {
    const answerRequests = await loadAnswering();
    let isTerminated = false;
    // A copy and later, as between threads: the work goes on with the same arrays, and what is asked upon an answer must not
    // cancel the very step that gives it.
    const send = (message: WorkerMessage) => {
      const data = structuredClone(message);
      queueMicrotask(() => {
        if (!isTerminated) port.onmessage?.(new MessageEvent('message', { data }));
      });
    };
    const terminate = () => {
      isTerminated = true;
    };
    return { post: answerRequests(send, { onPage: true }), terminate };
  });
