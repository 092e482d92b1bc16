import { useTranslations } from 'use-intl';
import { speeds } from '../../workbench/playback/playback';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { scrubTo, stepBy, togglePlaying, useLastStep, useStep } from '../../workbench/playback/transport';
import { Choice } from '../controls/lists/Choice';
import { BackIcon, ForwardIcon, PauseIcon, PlayIcon } from '../controls/Icons';
import { SliderBar } from '../controls/numbers/SliderBar';
import { lazyWith } from '../../late/lazyWith';
import './transport.css';

const FutureChoice = lazyWith(() => import('./FutureChoice'));

const speedLabel = (speed: number) => `${speed}×`;

function PlayButtons() {
  const t = useTranslations('transport');
  const playing = useScreen((state) => state.playing);
  return (
    <div className="transport-buttons">
      <button
        type="button"
        id="play"
        className="button button-strong transport-play"
        onClick={togglePlaying}
        aria-keyshortcuts="Space"
      >
        {playing ? <PauseIcon /> : <PlayIcon />}
        <span className="wide-text">{playing ? t('pause') : t('play')}</span>
      </button>
      <button
        type="button"
        className="button"
        aria-label={t('back')}
        data-tip={t('back')}
        aria-keyshortcuts="ArrowLeft"
        onClick={() => stepBy(-1)}
      >
        <BackIcon />
        <span className="wide-only">{t('backShort')}</span>
      </button>
      <button
        type="button"
        className="button"
        aria-label={t('forward')}
        data-tip={t('forward')}
        aria-keyshortcuts="ArrowRight"
        onClick={() => stepBy(1)}
      >
        <span className="wide-only">{t('forwardShort')}</span>
        <ForwardIcon />
      </button>
    </div>
  );
}

function Scrubber() {
  const t = useTranslations('transport');
  const last = useLastStep();
  const step = useStep();
  const playing = useScreen((state) => state.playing);
  return (
    <SliderBar
      className="scrubber"
      label={t('label')}
      // Screen readers speak every change of it.
      valueText={playing ? t('playing') : t('position', { step, last })}
      max={Math.max(1, last)}
      step={1}
      value={step}
      onChange={scrubTo}
    />
  );
}

function Position() {
  const t = useTranslations('transport');
  const last = useLastStep();
  const step = useStep();
  const unit = t('stepUnit');
  return (
    <span className="transport-position">
      <span className="soft wide-only">{t('step')} </span>
      {/* As wide as the last step's number, so that nothing moves while it counts. */}
      <span className="transport-step" style={{ minInlineSize: `${String(last).length}ch` }}>
        {step}
      </span>{' '}
      <span className="soft">/ {last}</span>
      {unit !== '' && <span className="soft wide-only"> {unit}</span>}
    </span>
  );
}

/** One transport for both plots: play, single steps, scrubbing, speed. */
export function Transport() {
  const t = useTranslations('transport');
  const speed = useScreen((state) => state.speed);
  return (
    <section className="transport" aria-label={t('label')}>
      <PlayButtons />
      <Scrubber />
      <Position />
      <span className="wide-only">
        <FutureChoice />
      </span>
      <Choice
        label={t('speed')}
        className="transport-speed"
        value={String(speed)}
        groups={[{ options: speeds.map((value) => ({ value: String(value), label: speedLabel(value) })) }]}
        onChange={(value) => setScreen({ speed: Number(value) })}
      />
      <button
        type="button"
        className="button button-icon button-quiet transport-keys"
        aria-label={t('shortcuts')}
        data-tip={t('shortcuts')}
        aria-keyshortcuts="?"
        onClick={() => setScreen({ showsShortcuts: true })}
      >
        ?
      </button>
    </section>
  );
}
