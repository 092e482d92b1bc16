import { useTranslations } from 'use-intl';
import { LossPlot } from '../plots';
import { usePicture } from '../workbench/pictureStore';
import type { LossAxis } from '../experiment/types';
import { showOnScreen, useScreen } from '../workbench/screenStore';
import { scrubTo, useStep } from '../workbench/transport';
import { Segments } from './controls/Segments';
import { useRunStyles, useSelected } from './runs';

const functionAxes: readonly LossAxis[] = ['step'];
const dataAxes: readonly LossAxis[] = ['step', 'epoch', 'samples'];

function LossChoices({ hasData }: { readonly hasData: boolean }) {
  const t = useTranslations('loss');
  const scale = useScreen((state) => state.lossScale);
  const axis = useScreen((state) => state.lossAxis);
  return (
    <div className="figure-choices">
      <Segments
        label={t('scale')}
        value={scale}
        options={(['log', 'linear'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(lossScale) => showOnScreen({ lossScale })}
      />
      {hasData && (
        <Segments
          label={t('axis')}
          value={axis}
          options={dataAxes.map((value) => ({ value, label: t(value) }))}
          onChange={(lossAxis) => showOnScreen({ lossAxis })}
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
          axis={(hasData ? dataAxes : functionAxes).includes(axis) ? axis : 'step'}
          onStep={scrubTo}
        />
      </div>
    </figure>
  );
}
