import { useTranslations } from 'use-intl';
import { parametersOf } from '../../experiment';
import { SeriesPlot } from '../../plots/SeriesPlot';
import { useExperimentPart } from '../../workbench/experimentStore';
import { usePicture } from '../../workbench/pictureStore';
import { showOnScreen, useScreen } from '../../workbench/screenStore';
import { useFollowedSeries } from '../../workbench/seriesStore';
import { scrubTo, useStep } from '../../workbench/transport';
import { LaterWords } from '../LaterWords';
import { useRunStyles, useSelected } from '../runs';

function Picture() {
  const t = useTranslations('series');
  const trace = usePicture((state) => state.trace);
  const axis = useScreen((state) => state.lossAxis);
  const problem = useExperimentPart((experiment) => experiment.problem);
  const { quantity, parameter = '' } = useScreen((state) => state.plot);
  const report = useFollowedSeries();
  const symbol = quantity === 'gradient' || quantity === 'update' || quantity === 'rate' || quantity === 'lr' ? t(`symbol.${quantity}`) : quantity.slice('state.'.length);
  return (
    <SeriesPlot
      report={report?.quantity === quantity ? report : null}
      trace={trace}
      parameter={Math.max(0, parametersOf(problem).indexOf(parameter))}
      symbol={symbol}
      styles={useRunStyles()}
      selected={useSelected()}
      step={useStep()}
      hovered={useScreen((state) => state.hovered)}
      onHover={(at) => showOnScreen({ hovered: at })}
      scale={useScreen((state) => state.lossScale)}
      axis={trace && trace.epochSize > 0 ? axis : 'step'}
      onStep={scrubTo}
    />
  );
}

/** Another quantity than the loss, of every run. */
export default function SeriesPicture() {
  return (
    <LaterWords>
      <Picture />
    </LaterWords>
  );
}
