import type { Experiment } from '../../experiment/core/types';
import type { SweepPart, SweepRequest, SweepResult } from '../sweep/types';
import type { SeriesQuantity, SeriesReport } from '../series';
import type { PredictionInputs, Predictions, Predictor } from '../float64/predict';
import type { FieldReport, ProbeReport } from '../float64/probe';
import type { RunAnalysis } from '../theory';
import type { EngineName, Trace, TracePart } from '../trace/types';
import type { EngineStatus } from '../gpu/types';
import type { Inspection } from '../float64/types';
import type { Landscape, View } from '../view/types';
import type { SampleColumns } from '../samples/types';

/** What the page asks of the worker. `id` grows with every request. */
export type Request = { readonly id: number } & RequestBody;

export type RequestBody =
  | { readonly kind: 'trace'; readonly experiment: Experiment }
  | { readonly kind: 'landscape'; readonly experiment: Experiment; readonly view: View }
  | { readonly kind: 'inspect'; readonly experiment: Experiment; readonly run: number; readonly step: number }
  | { readonly kind: 'data'; readonly experiment: Experiment }
  | { readonly kind: 'analyse'; readonly experiment: Experiment; readonly run: number }
  | { readonly kind: 'series'; readonly experiment: Experiment; readonly quantity: SeriesQuantity }
  | { readonly kind: 'sweep'; readonly sweep: SweepRequest }
  | { readonly kind: 'preview'; readonly experiment: Experiment }
  | {
      readonly kind: 'probe';
      readonly experiment: Experiment;
      readonly point: readonly number[];
      readonly direction: readonly number[];
      readonly lr: number;
    }
  | {
      readonly kind: 'field';
      readonly experiment: Experiment;
      readonly view: View;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: 'predictions';
      readonly model: Predictor;
      readonly points: readonly (readonly number[])[];
      readonly inputs: PredictionInputs;
    }
  | { readonly kind: 'run'; readonly experiment: Experiment; readonly engine: EngineName }
  | { readonly kind: 'runSweep'; readonly sweep: SweepRequest; readonly engine: EngineName };

export type RequestKind = Request['kind'];

/** Tells the worker to give up what a kind of request is being worked on. */
export interface StopOrder {
  readonly kind: 'stop';
  readonly lane: RequestKind;
}

/** What the worker answers. A trace may be answered in many parts, each with its new rows, `last` marking the last; so may a sweep. */
export type Answer =
  | { readonly id: number; readonly kind: 'trace'; readonly part: TracePart; readonly last: boolean }
  | { readonly id: number; readonly kind: 'landscape'; readonly landscape: Landscape }
  | { readonly id: number; readonly kind: 'inspect'; readonly inspection: Inspection }
  | { readonly id: number; readonly kind: 'data'; readonly samples: SampleColumns }
  | { readonly id: number; readonly kind: 'analyse'; readonly analysis: RunAnalysis }
  | { readonly id: number; readonly kind: 'series'; readonly series: SeriesReport }
  | { readonly id: number; readonly kind: 'sweep'; readonly part: SweepPart; readonly last: boolean }
  | { readonly id: number; readonly kind: 'run' | 'preview'; readonly trace: Trace }
  | { readonly id: number; readonly kind: 'runSweep'; readonly sweep: SweepResult }
  | { readonly id: number; readonly kind: 'probe'; readonly probe: ProbeReport }
  | { readonly id: number; readonly kind: 'field'; readonly field: FieldReport }
  | { readonly id: number; readonly kind: 'predictions'; readonly predictions: Predictions }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'status'; readonly status: EngineStatus };
