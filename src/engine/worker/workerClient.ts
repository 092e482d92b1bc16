import type { EngineStatus } from '../gpu/types';
import { isAnswerTo, type Answer, type Request, type StopOrder, type WorkerMessage } from './protocol';
import { assemblyOf, requests } from './requests';
import { RequestSlots } from './requestSlots';
import { SentDataSender } from './sentData';
import type { WorkerClient } from './workerClient.types';

/** A script's request that is not yet answered. */
interface PendingScript {
  readonly receive: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

const createWorker = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/**
 * Starts the worker and talks to it. When the worker dies, all its requests die with it: promises of scripts reject,
 * the error listeners are told why, and the next request starts a new worker.
 * @param startWorker tests bring their own
 */
export function createWorkerClient(startWorker = createWorker): WorkerClient {
  const scripts = new Map<number, PendingScript>();
  const statusListeners = new Set<(status: EngineStatus) => void>();
  const errorListeners = new Set<(message: string) => void>();
  let lastId = 0;
  let connection: { readonly worker: Worker; readonly sentData: SentDataSender } | null = connect();

  function connect() {
    const worker = startWorker();
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => receive(data);
    worker.onmessageerror = () => onDeath('The page could not read an answer of its worker.');
    // An error event without a message says that the script could not be loaded.
    worker.onerror = ({ message }: { readonly message?: string }) =>
      onDeath(
        message ? `The page's worker stopped: ${message}` : "The script of the page's worker could not be loaded.",
      );
    // A new worker has no user data yet.
    return { worker, sentData: new SentDataSender() };
  }

  const send = ({ kind, body }: Omit<Request, 'id'>): number => {
    connection ??= connect();
    lastId += 1;
    connection.worker.postMessage({ id: lastId, kind, body: connection.sentData.send(body) } satisfies Request);
    return lastId;
  };
  const slots = new RequestSlots<Omit<Request, 'id'>, Answer>(
    { send, now: () => performance.now(), later: (run, ms) => setTimeout(run, ms) },
    (kind) => requests[kind].graceMs,
  );
  const report = (message: string): void => errorListeners.forEach((listener) => listener(message));

  function receive(message: WorkerMessage): void {
    if (message.kind === 'status') {
      statusListeners.forEach((listener) => listener(message.status));
      return;
    }
    const script = scripts.get(message.id);
    scripts.delete(message.id);
    if (message.kind !== 'failed') {
      if (script) script.receive(message);
      else slots.onAnswer(message.id, message, message.last);
    } else if (script) script.reject(new Error(message.message));
    else {
      slots.onFailure(message.id);
      report(message.message);
    }
  }

  function onDeath(cause: string): void {
    connection?.worker.terminate();
    connection = null;
    slots.cancelAll();
    for (const { reject } of scripts.values()) reject(new Error(cause));
    scripts.clear();
    report(cause);
  }

  return {
    ask(kind, body, onAnswer) {
      const assembly = assemblyOf(kind);
      slots.ask({ kind, body }, (answer) => {
        if (isAnswerTo(kind, answer)) onAnswer(assembly.add(answer.part), answer.id);
      });
    },
    cancel(kind) {
      if (slots.cancel(kind)) connection?.worker.postMessage({ kind: 'stop', request: kind } satisfies StopOrder);
    },
    askForScript: (kind, body) =>
      new Promise((resolve, reject) => {
        scripts.set(send({ kind, body }), {
          receive(answer) {
            if (isAnswerTo(kind, answer)) resolve(assemblyOf(kind).add(answer.part));
          },
          reject,
        });
      }),
    onStatus(listener) {
      statusListeners.add(listener);
      return () => statusListeners.delete(listener);
    },
    onError(listener) {
      errorListeners.add(listener);
      return () => errorListeners.delete(listener);
    },
  };
}
