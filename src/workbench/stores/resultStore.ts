import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { FieldReport, ProbeReport } from '../../engine/float64/probe';
import type { EngineStatus } from '../../engine/gpu/types';
import type { Inspection } from '../../engine/float64/types';
import type { Landscape } from '../../engine/view/types';
import type { RunTrace, Trace } from '../../engine/trace/types';
import type { WorkerTrouble } from '../../engine/worker/workerDeath';
import type { Experiment, ProblemChoice } from '../../experiment/core/types';
import type { SampleColumns } from '../../engine/samples/types';

/** A gradient field and how the plot scales the lengths of its arrows. */
interface ShownField extends FieldReport {
  readonly lengths: 'unit' | 'log';
}

/** The loss around a point; `update` is a step of gradient descent from there. */
export interface ShownProbe extends Pick<ProbeReport, 'point' | 'loss' | 'slope'> {
  /** Derivatives along the axes of the view. */
  readonly gradient: readonly number[];
  /** Direction in the plane of those axes, in radians anticlockwise from the first. */
  readonly angle: number;
  readonly update: ProbeReport['step'];
  readonly report: ProbeReport;
}

/** What the worker last answered. An answer stays on the screen until a newer one replaces it, or until dropFormerProblem.ts takes it away. */
export interface ResultState {
  readonly trace: Trace | null;
  /** The experiment that the trace is of. */
  readonly traced: Experiment | null;
  /** The id by which other requests refer to the trace. */
  readonly traceId: number | null;
  readonly landscape: Landscape | null;
  /** The problem that the landscape is of. */
  readonly landscapeOf: ProblemChoice | null;
  readonly inspection: Inspection | null;
  /** The data set; null for problems without data. */
  readonly data: SampleColumns | null;
  /** A run that is shown without being part of the experiment, e.g. the one under the pointer in a sweep. */
  readonly preview: RunTrace | null;
  /** The gradient over the view, and the loss around one point; null while nothing on the screen needs them. */
  readonly field: ShownField | null;
  readonly probe: ShownProbe | null;
  readonly status: EngineStatus | null;
  /** What went wrong in the worker, as a sentence; null again after the next trace. */
  readonly error: string | null;
  /** What became of the computation after the worker died; null after the user has dismissed it. */
  readonly trouble: WorkerTrouble | null;
}

export const resultStore = createStore<ResultState>(() => ({
  trace: null,
  traced: null,
  traceId: null,
  landscape: null,
  landscapeOf: null,
  inspection: null,
  data: null,
  preview: null,
  field: null,
  probe: null,
  status: null,
  error: null,
  trouble: null,
}));

export const useResults = <T>(select: (state: ResultState) => T): T => useStore(resultStore, select);
