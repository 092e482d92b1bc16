import { useMemo, useState } from 'react';
import type { DataModel } from '../../catalogue';
import type { PredictionInputs, PredictionModel } from '../../engine/float64/predict';
import type { SampleColumns } from '../../engine/samples/types';
import { dataProblem, modelOf } from '../../experiment';
import {
  columnRange,
  DataPlot as PlainDataPlot,
  REGION_LEVELS,
  REGION_NODES,
  regionRanges,
} from '../../plots/data/DataPlot';
import type { DataPlotProps } from '../../plots/data/types';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { useResults } from '../../workbench/stores/resultStore';
import { usePredictions } from '../../workbench/requests/predictions';
import { useStep } from '../../workbench/playback/transport';
import { lazyWith } from '../../late/lazyWith';
import { Described } from '../inWords/Described';
import { withLateMessages } from '../late/LateMessages';
import { useRunStyles, useSelected } from '../shared/runs';
import type { FileUnitsProps } from './FileUnits';
import './dataTab.css';

const FileUnits = lazyWith<FileUnitsProps>(() => import('./FileUnits'));

/** The data plot, said in words too. */
function DataPlot(props: DataPlotProps) {
  const { columns, validation, names, classes, fit, feature, styles, selected } = props;
  return (
    <Described of="data" shows={{ columns, validation, names, classes, fit, feature, styles, selected }}>
      <PlainDataPlot {...props} />
    </Described>
  );
}

/** Models whose parameters are a weight for every feature and a bias. */
const AFFINE: readonly string[] = ['linear-regression', 'logistic-regression'];

const NONE: readonly number[] = [];

/** Indices of the samples of the selected run's current update; empty if the update uses all samples. */
function useBatch(count: number): readonly number[] {
  const selected = useSelected();
  const hasStep = useStep() > 0;
  // While the transport moves, this is the batch of the last answer.
  const batch = useResults(({ inspection }) => (hasStep && inspection?.run === selected ? inspection.batch : null));
  return useMemo(() => (batch && new Set(batch).size < count ? batch : NONE), [batch, count]);
}

/** A model with a prediction that can be plotted. */
type Fit = DataModel & PredictionModel;

const predicts = (model: DataModel): model is Fit => model.prediction !== undefined;

interface FitPlotProps {
  readonly model: Fit;
  readonly samples: SampleColumns;
  /** The props that all kinds of plot have in common. */
  readonly common: Omit<DataPlotProps, 'fit' | 'feature' | 'onFeature'>;
}

const doNothing = (): void => undefined;

/** Number of predictions along a curve: enough for it to look smooth. */
const CURVE_NODES = 241;

/** The target over one feature, with every run's predictions as a curve; the other features are held at 0. */
function Curves({ model, samples: { training, validation }, common }: FitPlotProps) {
  const [chosen, setFeature] = useState(0);
  const count = model.columns.length - 1;
  const feature = Math.min(chosen, count - 1);
  const inputs = useMemo((): PredictionInputs => {
    const range = columnRange({ columns: training, validation }, feature);
    return {
      kind: 'grid',
      ranges: Array.from({ length: count }, (_, i) => (i === feature ? range : null)),
      count: CURVE_NODES,
    };
  }, [training, validation, feature, count]);
  const runs = useMemo(() => common.styles.map((_, i) => i), [common.styles]);
  const predictions = usePredictions(model, inputs, runs);
  const fit = useMemo(
    () =>
      ({
        kind: 'curve',
        range: columnRange({ columns: training, validation }, feature),
        lines: predictions?.values ?? [],
      }) as const,
    [training, validation, feature, predictions],
  );
  return <DataPlot {...common} fit={fit} feature={feature} onFeature={setFeature} />;
}

/** The two features as axes, and the regions in which the selected run predicts one class or the other. */
function Regions({ model, samples: { training, validation }, common }: FitPlotProps) {
  const { selected } = common;
  const [x, y] = useMemo(() => regionRanges({ columns: training, validation }), [training, validation]);
  const inputs = useMemo(
    (): PredictionInputs => ({ kind: 'grid', ranges: [x, y], count: REGION_NODES, levels: REGION_LEVELS }),
    [x, y],
  );
  const runs = useMemo(() => [selected], [selected]);
  const predictions = usePredictions(model, inputs, runs);
  const fit = useMemo(
    () => ({ kind: 'regions', x, y, bands: predictions?.bands ?? null }) as const,
    [x, y, predictions],
  );
  return <DataPlot {...common} fit={fit} feature={0} onFeature={doNothing} />;
}

/** The predictions of the selected run against the true values, for more features than a plot has axes. */
function PredictedAgainstTrue({ model, samples: { training, validation }, common }: FitPlotProps) {
  const { selected } = common;
  const inputs = useMemo(
    (): PredictionInputs => ({
      kind: 'samples',
      features: training.slice(0, -1).map((column, i) => Float64Array.of(...column, ...(validation?.[i] ?? []))),
    }),
    [training, validation],
  );
  const runs = useMemo(() => [selected], [selected]);
  const predictions = usePredictions(model, inputs, runs);
  const fit = useMemo(() => ({ kind: 'against', predicted: predictions?.values[0] ?? null }) as const, [predictions]);
  return <DataPlot {...common} fit={fit} feature={0} onFeature={doNothing} />;
}

/** The kind of plot for this number of features, and for a target that is a class or a number. */
function kindFor(features: number, hasClasses: boolean): DataPlotProps['fit']['kind'] {
  if (features === 1 || (features === 2 && !hasClasses)) return 'curve';
  return features === 2 ? 'regions' : 'against';
}

/** The component for each kind of plot. */
const fitPlots = { curve: Curves, regions: Regions, against: PredictedAgainstTrue };

interface FittedDataPlotProps extends Omit<FitPlotProps, 'common'> {
  readonly hasClasses: boolean;
  /** What the user's file calls the classes; null if it does not. */
  readonly classes: DataPlotProps['classes'];
  /** The names of the columns as they are shown. */
  readonly names: readonly string[];
  readonly isStandardized: boolean;
}

function FittedDataPlot({ model, samples, hasClasses, classes, names, isStandardized }: FittedDataPlotProps) {
  const { training, validation } = samples;
  const common = {
    columns: training,
    validation,
    names,
    isStandardized,
    hasClasses,
    classes,
    styles: useRunStyles(),
    selected: useSelected(),
    highlight: useBatch(training[0]?.length ?? 0),
  };
  const FitPlot = fitPlots[kindFor(model.columns.length - 1, hasClasses)];
  return (
    <div className="data-plot">
      <FitPlot model={model} samples={samples} common={common} />
    </div>
  );
}

/** The samples and each run's fit. */
export const DataTab = withLateMessages(function DataTab() {
  const problem = useExperimentPart(({ problem: choice }) => choice);
  const samples = useResults((state) => state.data);
  if (problem.kind !== 'data') return null;
  const model = modelOf(problem);
  // After a change of the problem, `samples` belongs to the old problem until the worker answers.
  if (samples?.training.length !== model.columns.length || !predicts(model)) return null;
  const names = model.columns.map((column, i) => problem.userData?.names?.[i] || column);
  const isStandardized = problem.settings['standardize'] === 1;
  const { userData } = problem;
  return (
    <div className="data-tab">
      <FittedDataPlot
        model={model}
        samples={samples}
        names={names}
        isStandardized={isStandardized}
        hasClasses={dataProblem(problem.id).target === 'class'}
        classes={userData?.classes ?? null}
      />
      {userData && AFFINE.includes(problem.id) && (samples.scales || userData.divisors) && (
        <FileUnits
          names={names}
          scales={samples.scales}
          divisors={userData.divisors}
          count={samples.training[0]?.length ?? 0}
        />
      )}
    </div>
  );
});
