import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { parametersOf } from '../../experiment';
import { SeriesPlot } from '../../plots/lines/SeriesPlot';
import type { SeriesReport } from '../../engine/series';
import { useResults } from '../../workbench/stores/resultStore';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { useScreen } from '../../workbench/stores/screenStore';
import { useFollowedSeries } from '../../workbench/requests/seriesStore';
import { useStepAxisProps } from '../shared/stepAxis';
import { Described } from '../inWords/Described';
import { SpanWords } from '../inWords/SpanWords';
import type { WordedLine } from '../inWords/spanUntil';
import { useRunStyles } from '../shared/runs';
import { withLateMessages } from '../late/LateMessages';

/** The plot of a quantity other than the loss, of every run. */
export default withLateMessages(function QuantityPlot() {
  const t = useTranslations('series');
  const problem = useExperimentPart((experiment) => experiment.problem);
  const { quantity, parameter = '' } = useScreen((state) => state.plot);
  const report = useFollowedSeries();
  const symbol =
    quantity === 'gradient' || quantity === 'update' || quantity === 'rate' || quantity === 'lr'
      ? t(`symbol.${quantity}`)
      : quantity.slice(quantity.indexOf('.') + 1);
  const shown = report?.quantity === quantity ? report : null;
  const index = Math.max(0, parametersOf(problem).indexOf(parameter));
  return (
    <Described words={<SpanWords lines={useWordedLines(shown, index)} />}>
      <SeriesPlot {...useStepAxisProps()} report={shown} parameter={index} symbol={symbol} />
    </Described>
  );
});

/** Every run's quantity; of one that has a value for each parameter, that of the chosen one. */
function useWordedLines(report: SeriesReport | null, parameter: number): readonly WordedLine[] {
  const styles = useRunStyles();
  const names = useResults(({ trace }) => trace?.parameters);
  return useMemo(
    () =>
      (report?.runs ?? []).flatMap(({ rows, components, values }, run) => {
        const label = styles[run]?.label ?? '';
        if (components === 0) return [];
        if (components === 1) return [{ label, steps: rows, values }];
        const own = Float64Array.from(rows, (_, i) => values[i * components + parameter] ?? NaN);
        return [{ label: `${label}, ${names?.[parameter] ?? ''}`, steps: rows, values: own }];
      }),
    [report, parameter, styles, names],
  );
}
