import type { EngineStatus } from '../gpu/types';
import { isAnswerTo, type Answer, type Reply, type Request, type WorkerMessage } from './protocol';
import { assemblyOf, requests } from './requests';
import { RequestSlots } from './requestSlots';
import type { WorkerClient } from './workerClient.types';
import { WorkerConnection } from './workerConnection';
import { describeDeath, type WorkerTrouble } from './workerDeath';
import { startOnPage, startWorker, startWorkerAfter, type WorkerPort } from './workerPort';

type UnsentRequest = Omit<Request, 'id'>;

/** A script's request that is not yet answered. */
interface PendingScript {
  readonly request: UnsentRequest;
  readonly receive: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

interface WorkerPorts {
  /** Starts the first worker; by default as the others. Null: the first request starts it. */
  readonly startFirst?: (() => WorkerPort) | null;
  readonly startWorker: () => WorkerPort;
  readonly startOnPage: () => WorkerPort;
}

/**
 * Starts the worker and talks to it. When the worker dies, what was asked and is not answered is asked again of the one
 * that takes its place; the trouble listeners are told.
 * @param ports tests bring their own
 */
export function createWorkerClient(ports: WorkerPorts = { startWorker, startOnPage }): WorkerClient {
  const scripts = new Map<number, PendingScript>();
  const statusListeners = new Set<(status: EngineStatus) => void>();
  const errorListeners = new Set<(message: string) => void>();
  const troubleListeners = new Set<(trouble: WorkerTrouble) => void>();
  let lastId = 0;

  const send = (request: UnsentRequest): number => {
    lastId += 1;
    connection.send({ id: lastId, ...request });
    return lastId;
  };
  const slots = new RequestSlots<UnsentRequest, Answer>(
    { send, now: () => performance.now(), later: (run, ms) => setTimeout(run, ms) },
    (kind) => requests[kind].graceMs,
  );
  const connection = new WorkerConnection({
    ...ports,
    receive,
    isWaiting: () => slots.isWaiting || scripts.size > 0,
    sendAgain() {
      const pending = [...scripts.values()];
      scripts.clear();
      slots.sendAgain((kind) => requests[kind].isKept === true);
      for (const script of pending) scripts.set(send(script.request), script);
    },
    onTrouble(trouble) {
      if (trouble.kind === 'lost') rejectScripts(new Error(describeDeath(trouble.cause)));
      troubleListeners.forEach((listener) => listener(trouble));
    },
  });

  function receive(message: WorkerMessage): void {
    if (message.kind === 'alive') return;
    if (message.kind === 'status') statusListeners.forEach((listener) => listener(message.status));
    else receiveReply(message);
  }

  function receiveReply(reply: Reply): void {
    const script = scripts.get(reply.id);
    scripts.delete(reply.id);
    if (reply.kind === 'failed') {
      if (script) script.reject(new Error(reply.message));
      else errorListeners.forEach((listener) => listener(reply.message));
    }
    if (reply.kind === 'failed' || reply.kind === 'unanswered') slots.onNoAnswer(reply.id);
    else if (script) script.receive(reply);
    else slots.onAnswer(reply.id, reply, reply.last);
  }

  function rejectScripts(error: Error): void {
    for (const { reject } of scripts.values()) reject(error);
    scripts.clear();
  }

  return {
    ask(kind, body, onAnswer) {
      // One assembly for each time that the request is sent: a new worker begins from the start.
      let assembly = assemblyOf(kind);
      let assembledId = -1;
      slots.ask({ kind, body }, (answer) => {
        if (!isAnswerTo(kind, answer)) return;
        if (answer.id !== assembledId) assembly = assemblyOf(kind);
        assembledId = answer.id;
        onAnswer(assembly.add(answer.part), answer.id);
      });
    },
    isAsked: (kind) => slots.isAsked(kind),
    cancel(kind) {
      if (slots.cancel(kind)) connection.cancel({ kind: 'cancel', request: kind });
    },
    askForScript: (kind, body) =>
      new Promise((resolve, reject) => {
        const request = { kind, body };
        scripts.set(send(request), {
          request,
          receive(answer) {
            if (isAnswerTo(kind, answer)) resolve(assemblyOf(kind).add(answer.part));
          },
          reject,
        });
      }),
    restart: () => connection.restart(),
    release: () => connection.release(),
    onStatus: (listener) => listen(statusListeners, listener),
    onError: (listener) => listen(errorListeners, listener),
    onTrouble: (listener) => listen(troubleListeners, listener),
  };
}

/** The same, with a first worker that starts after something else has happened. */
export const createWorkerClientAfter = (moment: Promise<unknown>): WorkerClient =>
  createWorkerClient({ startFirst: () => startWorkerAfter(moment), startWorker, startOnPage });

/** The same, without a worker until something is asked. */
export const createWorkerClientOnDemand = (): WorkerClient =>
  createWorkerClient({ startFirst: null, startWorker, startOnPage });

/** Adds a listener; returns a function that removes it. */
function listen<Value>(listeners: Set<(value: Value) => void>, listener: (value: Value) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
