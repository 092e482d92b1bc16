import { useEffect, useMemo, useState } from 'react';
import type { PredictionInputs, Predictions, PredictionModel } from '../../engine/float64/predict';
import { pointAtRow, rowAt } from '../../engine/trace/rows';
import { workerClient } from './pageWorkerClient';
import { useResults } from '../stores/resultStore';
import { useStep } from '../playback/transport';

/** The parameters of some runs at the transport's step; a run that has ended stays at its last point. Empty before the first trace of this model. */
function usePoints(runs: readonly number[], parameters: number): readonly (readonly number[])[] {
  const trace = useResults((state) => state.trace);
  const step = useStep();
  return useMemo(() => {
    if (trace?.parameters.length !== parameters) return [];
    return runs.flatMap((index) => {
      const run = trace.runs[index];
      return run ? [Array.from(pointAtRow(run, rowAt(run, step)))] : [];
    });
  }, [runs, parameters, trace, step]);
}

/**
 * The predictions of some runs at the transport's step, in the order of `runs`. Requested again at every step; the last
 * answer for the same inputs is kept until the next one arrives. Null before the first.
 * @param runs @param inputs must be memoised
 */
export function usePredictions(
  model: PredictionModel,
  inputs: PredictionInputs,
  runs: readonly number[],
): Predictions | null {
  const points = usePoints(runs, model.parameters.length);
  const [answer, show] = useState<{
    readonly model: PredictionModel;
    readonly inputs: PredictionInputs;
    readonly predictions: Predictions;
  } | null>(null);
  useEffect(() => {
    if (points.length === 0) return;
    const { parameters, columns, prediction } = model;
    workerClient().ask('predictions', { model: { parameters, columns, prediction }, points, inputs }, (predictions) =>
      show({ model, inputs, predictions }),
    );
  }, [model, inputs, points]);
  return answer?.model === model && answer.inputs === inputs ? answer.predictions : null;
}
