import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useStep } from '../../workbench/playback/transport';
import { usePresent } from '../../workbench/present/presentStore';
import { next, play, previous, rewind, showSetUp, toggleBlack, toggleSpot } from '../../workbench/present/walk';
import { useLesson } from '../../workbench/lessons/lessonStore';
import { useScreen } from '../../workbench/stores/screenStore';
import { BackIcon, ForwardIcon, PauseIcon, PlayIcon, RemoveIcon } from '../controls/Icons';
import { BlackIcon, ResetIcon, SettingsIcon, SpotIcon } from '../controls/lateIcons';
import { StepDots } from '../lessons/StepDots';

/** What the keys do, as buttons that are always there: nothing has to be hovered. */
export function PresentBar({ onLeave }: { readonly onLeave: () => void }) {
  const t = useTranslations('present');
  const playing = useScreen((state) => state.playing);
  const hasSpot = usePresent((state) => state.hasSpot);
  return (
    <div className="present-bar" role="group" aria-label={t('bar')}>
      <Position />
      <span className="present-play">
        <BarButton name={t('rewind')} keys="Home" onPress={rewind}>
          <ResetIcon />
        </BarButton>
        <BarButton name={t(playing ? 'pause' : 'play')} keys="Space" onPress={play}>
          {playing ? <PauseIcon /> : <PlayIcon />}
        </BarButton>
        <StepNumber />
      </span>
      <span className="present-tools">
        <BarButton name={t('spot')} keys="L" onPress={toggleSpot} isPressed={hasSpot}>
          <SpotIcon />
        </BarButton>
        <BarButton name={t('black')} keys="B" onPress={toggleBlack}>
          <BlackIcon />
        </BarButton>
        <BarButton name={t('setUp')} keys="S" onPress={() => showSetUp(true)}>
          <SettingsIcon />
        </BarButton>
        <BarButton name={t('leave')} keys="Escape" onPress={onLeave}>
          <RemoveIcon />
        </BarButton>
      </span>
    </div>
  );
}

interface BarButtonProps {
  readonly name: string;
  readonly keys: string;
  readonly onPress: () => void;
  readonly isPressed?: boolean;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

const BarButton = ({ name, keys, onPress, isPressed, isDisabled = false, children }: BarButtonProps) => (
  <button
    type="button"
    className="button button-icon"
    aria-label={name}
    aria-keyshortcuts={keys}
    aria-pressed={isPressed}
    disabled={isDisabled}
    onClick={onPress}
  >
    {children}
  </button>
);

/** Where the talk is, and the ways on and back. Says also whether the next picture is ready. */
function Position() {
  const t = useTranslations('present');
  const count = usePresent(({ playlist }) => playlist.entries.length);
  const index = usePresent((state) => state.index);
  const isReady = usePresent((state) => state.isNextReady);
  const steps = useLesson(({ lesson }) => lesson?.steps.length ?? 0);
  const step = useLesson((state) => state.index);
  if (count + steps === 0) return <span className="present-position" />;
  return (
    <span className="present-position" data-next={isReady ? 'ready' : 'waiting'}>
      <BarButton name={t('previous')} keys="PageUp" onPress={previous} isDisabled={index <= 0 && step === 0}>
        <BackIcon />
      </BarButton>
      {/* What was on the screen when presenting began is in no list. */}
      <span role="status">{index >= 0 && t('position', { number: index + 1, count })}</span>
      {steps > 0 && <StepDots count={steps} index={step} />}
      <BarButton name={t('next')} keys="PageDown" onPress={next} isDisabled={index + 1 >= count && step + 1 >= steps}>
        <ForwardIcon />
      </BarButton>
    </span>
  );
}

function StepNumber() {
  const t = useTranslations('present');
  return <span className="present-value">{t('step', { step: useStep() })}</span>;
}
