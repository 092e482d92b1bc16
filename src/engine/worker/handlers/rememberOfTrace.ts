import type { RunTrace } from '../../trace/types';
import type { CompleteTrace, WorkerService } from '../workerService';

/** Finds something out about one run of a complete trace. */
type Find<T> = (complete: CompleteTrace, run: number, trace: RunTrace) => Generator<void, T>;

/**
 * Remembers what was found of each trace for as long as that trace is kept: while one run's slider moves, the traces of the others
 * stay the same objects. That is enough to know them by, because a trace belongs to one plan and one engine.
 * @returns what is found of a run of the trace with an id; undefined where that trace is no more, or has no such run
 */
export function rememberOfTrace<T>(find: Find<T>) {
  const found = new WeakMap<RunTrace, { readonly value: T }>();
  return function* (service: WorkerService, { traceId, run }: { traceId: number; run: number }) {
    const complete = service.traceById(traceId);
    const trace = complete?.runs[run];
    if (!complete || !trace) return undefined;
    const { value } = found.get(trace) ?? { value: yield* find(complete, run, trace) };
    found.set(trace, { value });
    return value;
  };
}
