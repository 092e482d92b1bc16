import { useCallback, useMemo, useState } from 'react';
import type { DataModel } from '../catalogue';
import { modelOf } from '../experiment';
import { evaluate, parseExpression } from '../formula';
import { DataPlot } from '../plots';
import { rowAt } from '../plots/types';
import { useExperimentPart } from '../workbench/experimentStore';
import { usePicture } from '../workbench/pictureStore';
import { useStep } from '../workbench/transport';
import { useRunStyles, useSelected } from './runs';

/** What a run's model predicts at this step along one feature, the other features at 0. */
function usePrediction(problem: DataModel, feature: number): (run: number, x: number) => number | null {
  const trace = usePicture((state) => state.trace);
  const step = useStep();
  const prediction = useMemo(() => parseExpression(problem.prediction), [problem]);
  return useCallback(
    (index, x) => {
      const run = trace?.runs[index];
      if (!run) return null;
      const first = rowAt(run, step) * problem.parameters.length;
      const parameters = problem.parameters.map((name, i) => [name, run.params[first + i] ?? Number.NaN] as const);
      const features = problem.columns.map((name, i) => [name, i === feature ? x : 0] as const);
      return evaluate(prediction, Object.fromEntries([...parameters, ...features]));
    },
    [trace, step, problem, prediction, feature],
  );
}

const NONE: readonly number[] = [];

/** Samples of the selected run's current update; none where it sees them all, for marks on everything mark nothing. */
function useBatch(count: number): readonly number[] {
  const selected = useSelected();
  const hasStep = useStep() > 0;
  // While the transport moves, the last answer stands until the next one is here.
  const batch = usePicture(({ inspection }) => (hasStep && inspection?.run === selected ? inspection.batch : null));
  return useMemo(() => (batch && new Set(batch).size < count ? batch : NONE), [batch, count]);
}

function DataPicture({ problem, columns }: { readonly problem: DataModel; readonly columns: readonly Float64Array[] }) {
  const [feature, setFeature] = useState(0);
  return (
    <div className="data-plot">
      <DataPlot
        columns={columns}
        names={problem.columns}
        feature={feature}
        onFeature={setFeature}
        line={usePrediction(problem, feature)}
        styles={useRunStyles()}
        selected={useSelected()}
        highlight={useBatch(columns[0]?.length ?? 0)}
      />
    </div>
  );
}

/** The samples and each run's fit. */
export function DataTab() {
  const problem = useExperimentPart(({ problem: choice }) => (choice.kind === 'data' ? modelOf(choice) : null));
  const columns = usePicture((state) => state.data);
  return problem && columns ? <DataPicture problem={problem} columns={columns} /> : null;
}
