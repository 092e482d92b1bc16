import { useCallback, useMemo, useState } from 'react';
import type { DataProblem } from '../catalogue';
import { evaluate, parseExpression } from '../formula';
import { DataPlot } from '../plots';
import { rowAt } from '../plots/types';
import { useExperimentPart } from '../workbench/experimentStore';
import { usePicture } from '../workbench/pictureStore';
import { dataProblemOf } from '../workbench/subject';
import { useStep } from '../workbench/transport';
import { useRunStyles, useSelected } from './runs';

/** What a run's model predicts at this step along one feature, the other features at 0. */
function usePrediction(problem: DataProblem, feature: number): (run: number, x: number) => number | null {
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

function DataPicture({ problem, columns }: { readonly problem: DataProblem; readonly columns: readonly Float64Array[] }) {
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
      />
    </div>
  );
}

/** The samples and each run's fit. */
export function DataTab() {
  const problem = useExperimentPart((experiment) => dataProblemOf(experiment.problem));
  const columns = usePicture((state) => state.data);
  return problem && columns ? <DataPicture problem={problem} columns={columns} /> : null;
}
