import { useRef, type RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { MarkerIcon } from '../../../plots';
import { useScreen } from '../../../workbench/stores/screenStore';
import { useCurrentSweep, useSweep, zoomOut, type Sweep } from '../../../workbench/stores/sweepStore';
import { setScreen } from '../../../workbench/stores/screenStore';
import { FullScreenButton } from '../../controls/FullScreenButton';
import { withLateMessages } from '../../late/LateMessages';
import { useRunStyles } from '../../shared/runs';
import { useAxisNames } from './axisNames';
import { SweepControls } from './SweepControls';
import { SweepFigureOrNotice } from './SweepFigureOrNotice';
import './sweepTab.css';

function SweepHead({ sweep, figure }: { readonly sweep: Sweep; readonly figure: RefObject<HTMLElement | null> }) {
  const t = useTranslations('sweep');
  const canGoBack = useSweep((state) => state.zoomHistory.length > 0);
  const isChosen = useScreen((state) => state.sweep !== null);
  const { side } = sweep.settings;
  const style = useRunStyles()[sweep.run];
  return (
    <div className="sweep-head">
      {style && (
        <strong className="sweep-run">
          <MarkerIcon style={style} /> {style.label}
        </strong>
      )}
      <span>{t('runs', { count: side * side })}</span>
      <span className="soft sweep-hint">{t('hint')}</span>
      <button type="button" className="button" disabled={!canGoBack} onClick={zoomOut}>
        {t('back')}
      </button>
      <button type="button" className="button" disabled={!isChosen} onClick={() => setScreen({ sweep: null })}>
        {t('reset')}
      </button>
      <FullScreenButton of={figure} />
    </div>
  );
}

/** Thousands of runs at once over two settings of the selected one. */
export default withLateMessages(function SweepTab() {
  const sweep = useCurrentSweep();
  const run = sweep.experiment.runs[sweep.run];
  return run ? <SweepForRun sweep={sweep} run={run} /> : null;
});

function SweepForRun({ sweep, run }: { readonly sweep: Sweep; readonly run: Sweep['experiment']['runs'][number] }) {
  const nameOf = useAxisNames(sweep.experiment, run);
  const figure = useRef<HTMLDivElement>(null);
  return (
    <div className="sweep">
      <SweepControls sweep={sweep} nameOf={nameOf} />
      <div className="sweep-figure" ref={figure}>
        <SweepHead sweep={sweep} figure={figure} />
        <div className="sweep-plot">
          <SweepFigureOrNotice sweep={sweep} nameOf={nameOf} />
        </div>
      </div>
    </div>
  );
}
