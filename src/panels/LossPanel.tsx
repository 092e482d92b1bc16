import { useTranslations } from 'use-intl';
import { LossPlot } from '../plots';
import { usePicture } from '../workbench/pictureStore';
import { lossAxes, lossScales } from '../experiment/types';
import { showOnScreen, useScreen } from '../workbench/screenStore';
import { scrubTo, useStep } from '../workbench/transport';
import { Segments } from './controls/Segments';
import { useRunStyles, useSelected } from './runs';

/** The member of a list that a text names. */
const memberOf = <T extends string>(list: readonly T[], text: string): T | undefined => list.find((member) => member === text);

function LossChoices({ hasData }: { readonly hasData: boolean }) {
  const t = useTranslations('loss');
  const scale = useScreen((state) => state.lossScale);
  const axis = useScreen((state) => state.lossAxis);
  return (
    <div className="figure-choices">
      <Segments
        label={t('scale')}
        value={scale}
        options={lossScales.map((value) => ({ value, label: t(value) }))}
        onChange={(chosen) => showOnScreen({ lossScale: memberOf(lossScales, chosen) ?? scale })}
      />
      {hasData && (
        <Segments
          label={t('axis')}
          value={axis}
          options={lossAxes.map((value) => ({ value, label: t(value) }))}
          onChange={(chosen) => showOnScreen({ lossAxis: memberOf(lossAxes, chosen) ?? axis })}
        />
      )}
    </div>
  );
}

/** The loss of every run over steps, epochs or samples. */
export function LossPanel() {
  const t = useTranslations('loss');
  const trace = usePicture((state) => state.trace);
  const scale = useScreen((state) => state.lossScale);
  const axis = useScreen((state) => state.lossAxis);
  const hovered = useScreen((state) => state.hovered);
  const hasData = trace !== null && trace.epochSize > 0;
  return (
    <figure className="figure">
      <figcaption className="figure-caption">
        <h2 className="figure-title">{t('title')}</h2>
        <LossChoices hasData={hasData} />
      </figcaption>
      <div className="figure-body">
        <LossPlot
          trace={trace}
          styles={useRunStyles()}
          selected={useSelected()}
          step={useStep()}
          hovered={hovered}
          onHover={(at) => showOnScreen({ hovered: at })}
          scale={scale}
          axis={hasData ? axis : 'step'}
          onStep={scrubTo}
        />
      </div>
    </figure>
  );
}
