import { evaluationsUpTo } from '../../engine/trace/evaluations';
import { pointAtRow } from '../../engine/trace/rows';
import type { Outcome, RunTrace, Trace } from '../../engine/trace/types';
import { toJson } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { engineFact, lossColumn, lossFact } from './facts';
import type { Cell, Column, DataTable } from './table';

/**
 * Every row of every run. Throws RangeError while a run is not complete.
 * @param experiment the one that the trace is of
 */
export function traceTable(trace: Trace, experiment: Experiment): DataTable {
  const hasData = trace.epochSize > 0;
  const hasMethod = trace.runs.some(({ method }) => method);
  const hasValidation = trace.runs.some(({ validation }) => validation);
  return {
    kind: 'trace',
    facts: [
      engineFact(trace.engine),
      lossFact(experiment.problem),
      ...trace.runs.map((run, i) => [`run ${i + 1}`, runFact(run, experiment.runs[i]?.optimizer ?? '')] as const),
    ],
    experiment: toJson(experiment),
    columns: columnsOf(trace, experiment, { hasData, hasValidation, hasMethod }),
    rows: trace.runs.flatMap((run, index) =>
      rowsOf(run, index, { hasData, hasValidation, hasMethod }, trace.epochSize),
    ),
  };
}

interface Parts {
  readonly hasData: boolean;
  readonly hasValidation: boolean;
  readonly hasMethod: boolean;
}

const columnsOf = (
  { parameters }: Trace,
  { problem }: Experiment,
  { hasData, hasValidation, hasMethod }: Parts,
): Column[] => [
  { name: 'run', unit: '1', about: 'number of the run in the experiment, from 1' },
  { name: 'step', unit: 'updates', about: 'updates made so far; 0 is the start' },
  ...(hasData
    ? [
        {
          name: 'epoch',
          unit: 'passes over the training samples',
          about: 'samples used so far, divided by those of an epoch',
        },
      ]
    : []),
  ...parameters.map((name) => ({ name, unit: hasData ? 'unit of the model' : '1', about: 'parameter' })),
  lossColumn('loss', problem, hasData ? 'mean loss over all training samples' : 'loss at this point'),
  ...(hasValidation ? [lossColumn('validation', problem, 'mean loss over the samples that are held back')] : []),
  { name: 'lr', unit: '1', about: 'learning rate of the update that led to this row; none at step 0' },
  ...(hasMethod
    ? [
        {
          name: 'evaluations',
          unit: '1',
          about: 'evaluations of the loss or its gradient so far; a Hessian counts once for each parameter',
        },
      ]
    : []),
];

const rowsOf = (
  run: RunTrace,
  index: number,
  { hasData, hasValidation, hasMethod }: Parts,
  epochSize: number,
): Cell[][] =>
  Array.from({ length: run.rows }, (_, row) => [
    index + 1,
    row,
    ...(hasData ? [(run.samplesSeen[row] ?? NaN) / epochSize] : []),
    ...pointAtRow(run, row),
    run.loss[row] ?? NaN,
    ...(hasValidation ? [run.validation?.[row] ?? null] : []),
    row === 0 || run.method ? null : (run.lr[row - 1] ?? NaN),
    ...(hasMethod ? [evaluationsUpTo(run, row, epochSize)] : []),
  ]);

function runFact({ outcome }: RunTrace, optimizer: string): string {
  if (outcome === null) throw new RangeError('a run is still being computed');
  return `${optimizer}, ${outcomeText(outcome)}`;
}

/** The names of docs/outcomes.md. */
function outcomeText(outcome: Outcome): string {
  if (!('step' in outcome)) return outcome.kind;
  const cause = outcome.kind === 'diverged' ? ` (${outcome.cause})` : '';
  const period = outcome.kind === 'cycling' ? ` with period ${outcome.period}` : '';
  return `${outcome.kind}${cause}${period} at step ${outcome.step}`;
}
