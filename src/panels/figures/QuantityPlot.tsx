import { useTranslations } from 'use-intl';
import { parametersOf } from '../../experiment';
import { SeriesPlot } from '../../plots/lines/SeriesPlot';
import { useResults } from '../../workbench/stores/resultStore';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { useScreen } from '../../workbench/stores/screenStore';
import { useFollowedSeries } from '../../workbench/requests/seriesStore';
import { useStepAxisProps } from '../shared/stepAxis';
import { Described } from '../inWords/Described';
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
  const stepAxis = useStepAxisProps();
  const name = useResults(({ trace }) => trace?.parameters[index]) ?? '';
  const { styles, scale } = stepAxis;
  return (
    <Described of="series" shows={{ report: shown, index, name, symbol, styles, scale }}>
      <SeriesPlot {...stepAxis} report={shown} parameter={index} symbol={symbol} />
    </Described>
  );
});
