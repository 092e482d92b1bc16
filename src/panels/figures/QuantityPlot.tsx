import { useTranslations } from 'use-intl';
import { parametersOf } from '../../experiment';
import { SeriesPlot } from '../../plots/lines/SeriesPlot';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { useScreen } from '../../workbench/stores/screenStore';
import { useFollowedSeries } from '../../workbench/requests/seriesStore';
import { useStepAxisProps } from '../shared/stepAxis';
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
      : quantity.slice('state.'.length);
  return (
    <SeriesPlot
      {...useStepAxisProps()}
      report={report?.quantity === quantity ? report : null}
      parameter={Math.max(0, parametersOf(problem).indexOf(parameter))}
      symbol={symbol}
    />
  );
});
