import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { rowAt } from '../../../engine/trace/rows';
import { useStep } from '../../../workbench/playback/transport';
import { useResults } from '../../../workbench/stores/resultStore';
import { useScreen } from '../../../workbench/stores/screenStore';
import { useHidesFuture } from '../../shared/hovered';
import { useRunStyles, useSelected } from '../../shared/runs';
import { pitchesOf } from './pitches';
import { playMelody } from './playMelody';

const SECONDS = 4;

/** Plays the loss of the selected run, as far as it may be known, on the axis of the loss plot. */
export function ListenButton() {
  const t = useTranslations('inWords');
  const selected = useSelected();
  const label = useRunStyles()[selected]?.label ?? '';
  const run = useResults(({ trace }) => trace?.runs[selected]);
  const scale = useScreen((state) => state.lossScale);
  const hidesFuture = useHidesFuture();
  const step = useStep();
  const [isPlaying, setPlaying] = useState(false);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  if (!run) return null;
  const play = () => {
    const pitches = pitchesOf(run.loss.subarray(0, hidesFuture ? rowAt(run, step) + 1 : run.rows), scale);
    if (pitches.length === 0) return;
    setPlaying(true);
    stop.current = playMelody(pitches, SECONDS, () => setPlaying(false));
  };
  return (
    <p className="along-listen">
      <button type="button" className="button" onClick={() => (isPlaying ? stop.current?.() : play())}>
        {isPlaying ? t('stop') : t('listen', { label })}
      </button>
      <span className="soft">{t('listenAbout')}</span>
    </p>
  );
}
