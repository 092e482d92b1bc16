import type { EngineClient } from './client.types';
import { GivenSender } from './givenOnce';
import { Lanes } from './lanes';
import type { Answer, RequestBody, RequestKind, StopOrder } from './protocol';
import { SweepAssembly } from '../sweep/parts';
import { TraceAssembly } from './traceAssembly';
import type { EngineStatus } from '../gpu/types';

/** A script's run that is under way. */
interface Pending {
  /** Takes the answer in, if it is of the right kind. */
  readonly resolve: (answer: Answer) => boolean;
  readonly reject: (error: Error) => void;
}

/** Milliseconds before a newer request of the kind may overtake one that is out: long enough to show something while a slider moves. */
const GRACE_MS: Partial<Record<RequestKind, number>> = {
  trace: 100,
  preview: 100,
  landscape: 100,
  inspect: 100,
  predictions: 100,
  analyse: 100,
  series: 100,
};

/** Whether more answers to the same request will follow. */
const isLast = (answer: Answer): boolean => !('last' in answer) || answer.last;

/** Starts the worker and speaks to it. Of each kind of request only the newest is answered; see EngineClient. */
export function createEngineClient(): EngineClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const scripts = new Map<number, Pending>();
  const statusListeners = new Set<(status: EngineStatus) => void>();
  const errorListeners = new Set<(message: string) => void>();
  const given = new GivenSender();
  let lastId = 0;

  const send = (body: RequestBody): number => {
    lastId += 1;
    worker.postMessage({ ...given.send(body), id: lastId });
    return lastId;
  };
  const lanes = new Lanes<RequestBody, Answer>(
    { send, now: () => performance.now(), later: (run, ms) => setTimeout(run, ms) },
    (kind) => GRACE_MS[kind] ?? 0,
  );
  const ask = (body: RequestBody, receive: (answer: Answer) => void): void => lanes.ask(body, receive);
  const script = <T>(body: RequestBody, resultOf: (answer: Answer) => T | null): Promise<T> =>
    new Promise((resolve, reject) => {
      scripts.set(send(body), {
        resolve(answer) {
          const result = resultOf(answer);
          if (result !== null) resolve(result);
          return result !== null;
        },
        reject,
      });
    });
  const report = (message: string): void => {
    for (const listener of errorListeners) listener(message);
  };

  worker.onmessage = ({ data: answer }: MessageEvent<Answer>) => {
    if (answer.kind === 'status') {
      for (const listener of statusListeners) listener(answer.status);
      return;
    }
    const pending = scripts.get(answer.id);
    if (pending) {
      scripts.delete(answer.id);
      if (!pending.resolve(answer))
        pending.reject(new Error(answer.kind === 'failed' ? answer.message : `unexpected answer ${answer.kind}`));
      return;
    }
    if (answer.kind === 'failed') {
      lanes.failed(answer.id);
      report(answer.message);
    } else lanes.answered(answer.id, answer, isLast(answer));
  };
  worker.onerror = (event) => report(event.message);

  return {
    trace(experiment, onTrace) {
      const assembly = new TraceAssembly();
      ask({ kind: 'trace', experiment }, (answer) => answer.kind === 'trace' && onTrace(assembly.add(answer.part)));
    },
    landscape: (experiment, view, onLandscape) =>
      ask(
        { kind: 'landscape', experiment, view },
        (answer) => answer.kind === 'landscape' && onLandscape(answer.landscape),
      ),
    inspect: (experiment, run, step, onInspection) =>
      ask(
        { kind: 'inspect', experiment, run, step },
        (answer) => answer.kind === 'inspect' && onInspection(answer.inspection),
      ),
    data: (experiment, onData) =>
      ask({ kind: 'data', experiment }, (answer) => answer.kind === 'data' && onData(answer.samples)),
    analyse: (experiment, run, onAnalysis) =>
      ask({ kind: 'analyse', experiment, run }, (answer) => answer.kind === 'analyse' && onAnalysis(answer.analysis)),
    series: (experiment, quantity, onSeries) =>
      ask({ kind: 'series', experiment, quantity }, (answer) => answer.kind === 'series' && onSeries(answer.series)),
    sweep(sweep, onSweep) {
      const assembly = new SweepAssembly();
      ask({ kind: 'sweep', sweep }, (answer) => answer.kind === 'sweep' && onSweep(assembly.add(answer.part)));
    },
    stopSweep() {
      if (lanes.drop('sweep')) worker.postMessage({ kind: 'stop', lane: 'sweep' } satisfies StopOrder);
    },
    preview: (experiment, onTrace) =>
      ask({ kind: 'preview', experiment }, (answer) => answer.kind === 'preview' && onTrace(answer.trace)),
    probe: (experiment, point, direction, lr, onProbe) =>
      ask(
        { kind: 'probe', experiment, point, direction, lr },
        (answer) => answer.kind === 'probe' && onProbe(answer.probe),
      ),
    field: (experiment, view, width, height, onField) =>
      ask(
        { kind: 'field', experiment, view, width, height },
        (answer) => answer.kind === 'field' && onField(answer.field),
      ),
    predictions: (model, points, inputs, onPredictions) =>
      ask(
        { kind: 'predictions', model, points, inputs },
        (answer) => answer.kind === 'predictions' && onPredictions(answer.predictions),
      ),
    run: (experiment, engine) =>
      script({ kind: 'run', experiment, engine }, (answer) => (answer.kind === 'run' ? answer.trace : null)),
    runSweep: (sweep, engine) =>
      script({ kind: 'runSweep', sweep, engine }, (answer) => (answer.kind === 'runSweep' ? answer.sweep : null)),
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
