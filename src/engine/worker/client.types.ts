import type { Experiment } from '../../experiment/core/types';
import type { SweepRequest, SweepResult } from '../sweep/types';
import type { SeriesQuantity, SeriesReport } from '../series';
import type { PredictionInputs, Predictions, Predictor } from '../float64/predict';
import type { FieldReport, ProbeReport } from '../float64/probe';
import type { RunAnalysis } from '../theory';
import type { EngineName, Trace } from '../trace/types';
import type { EngineStatus } from '../gpu/types';
import type { Inspection } from '../float64/types';
import type { Landscape, View } from '../view/types';
import type { SampleColumns } from '../samples/types';

/**
 * The page's side of the worker. Of each kind of request one is worked on and only the newest waits behind it; one that
 * is overtaken never calls back (lanes.ts). Errors arrive through `onError` with a sentence for the person.
 */
export interface EngineClient {
  /** Streams the trace: `onTrace` is called with a growing trace, lastly with every outcome set. */
  trace(experiment: Experiment, onTrace: (trace: Trace) => void): void;
  landscape(experiment: Experiment, view: View, onLandscape: (landscape: Landscape) => void): void;
  /** Quantities of update `step` (1-based) of run `run`, recomputed in float64 from the recorded row before it. */
  inspect(experiment: Experiment, run: number, step: number, onInspection: (inspection: Inspection) => void): void;
  /** Columns of the data set of a data problem, drawn or given. */
  data(experiment: Experiment, onData: (samples: SampleColumns) => void): void;
  /** Stability edge, curvature along the path and reasons of run `run`; answered only once its trace is complete. */
  analyse(experiment: Experiment, run: number, onAnalysis: (analysis: RunAnalysis) => void): void;
  /** One quantity along every run; answered only once their traces are complete, see seriesOf. */
  series(experiment: Experiment, quantity: SeriesQuantity, onSeries: (series: SeriesReport) => void): void;
  /** The complete trace of an experiment that is not the one on the screen, e.g. of a run of a sweep. */
  preview(experiment: Experiment, onTrace: (trace: Trace) => void): void;
  /** The loss around one point of an experiment's problem, along a unit vector; see probeAt. */
  probe(
    experiment: Experiment,
    point: readonly number[],
    direction: readonly number[],
    lr: number,
    onProbe: (probe: ProbeReport) => void,
  ): void;
  /** The gradient of an experiment's problem on a grid over a view of two axes; see fieldOver. */
  field(experiment: Experiment, view: View, width: number, height: number, onField: (field: FieldReport) => void): void;
  /** What a model predicts with each of some values of its parameters; see predict. */
  predictions(
    model: Predictor,
    points: readonly (readonly number[])[],
    inputs: PredictionInputs,
    onPredictions: (predictions: Predictions) => void,
  ): void;
  /** For scripts: resolves when complete, never overtaken by the screen's requests. */
  run(experiment: Experiment, engine: EngineName): Promise<Trace>;
  /** Streams a sweep, coarse to fine: `onSweep` is called with every grid when it is complete, and while the last one grows. */
  sweep(request: SweepRequest, onSweep: (sweep: SweepResult) => void): void;
  /** Gives up the sweep that is under way: nobody looks any more. Those of scripts go on. */
  stopSweep(): void;
  /** For scripts: resolves when complete, in one grid. Rejects naming the field where `checkSweep` refuses. */
  runSweep(request: SweepRequest, engine: EngineName): Promise<SweepResult>;
  onStatus(listener: (status: EngineStatus) => void): () => void;
  onError(listener: (message: string) => void): () => void;
}
