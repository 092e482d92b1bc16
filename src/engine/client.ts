import type { EngineClient } from './client.types';
import type { Answer, RequestBody, RequestKind } from './protocol';
import type { EngineStatus, Trace } from './types';

/** A script's run that is under way. */
interface Pending {
  readonly resolve: (trace: Trace) => void;
  readonly reject: (error: Error) => void;
}

/** Starts the worker and speaks to it. Of each kind of request only the newest is answered; see EngineClient. */
export function createEngineClient(): EngineClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const newest = new Map<RequestKind, { id: number; receive: (answer: Answer) => void }>();
  const scripts = new Map<number, Pending>();
  const statusListeners = new Set<(status: EngineStatus) => void>();
  const errorListeners = new Set<(message: string) => void>();
  let lastId = 0;

  const send = (body: RequestBody): number => {
    lastId += 1;
    worker.postMessage({ ...body, id: lastId });
    return lastId;
  };
  const ask = (body: RequestBody, receive: (answer: Answer) => void): void => {
    newest.set(body.kind, { id: send(body), receive });
  };
  const report = (message: string): void => {
    for (const listener of errorListeners) listener(message);
  };

  worker.onmessage = ({ data: answer }: MessageEvent<Answer>) => {
    if (answer.kind === 'status') {
      for (const listener of statusListeners) listener(answer.status);
      return;
    }
    const script = scripts.get(answer.id);
    if (script) {
      scripts.delete(answer.id);
      if (answer.kind === 'run') script.resolve(answer.trace);
      else script.reject(new Error(answer.kind === 'failed' ? answer.message : `unexpected answer ${answer.kind}`));
      return;
    }
    const waiting = [...newest.values()].find(({ id }) => id === answer.id);
    if (answer.kind === 'failed') report(answer.message);
    else waiting?.receive(answer);
  };
  worker.onerror = (event) => report(event.message);

  return {
    trace: (experiment, onTrace) => ask({ kind: 'trace', experiment }, (answer) => answer.kind === 'trace' && onTrace(answer.trace)),
    landscape: (experiment, view, onLandscape) =>
      ask({ kind: 'landscape', experiment, view }, (answer) => answer.kind === 'landscape' && onLandscape(answer.landscape)),
    inspect: (experiment, run, step, onInspection) =>
      ask({ kind: 'inspect', experiment, run, step }, (answer) => answer.kind === 'inspect' && onInspection(answer.inspection)),
    data: (experiment, onData) => ask({ kind: 'data', experiment }, (answer) => answer.kind === 'data' && onData(answer.columns)),
    analyse: (experiment, run, onAnalysis) =>
      ask({ kind: 'analyse', experiment, run }, (answer) => answer.kind === 'analyse' && onAnalysis(answer.analysis)),
    run: (experiment, engine) =>
      new Promise((resolve, reject) => {
        scripts.set(send({ kind: 'run', experiment, engine }), { resolve, reject });
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
