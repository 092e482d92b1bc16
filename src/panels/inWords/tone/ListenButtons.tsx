import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { HeardCurve } from '../summary';
import { pitchesOf } from './pitches';
import { playMelody } from './playMelody';
import './listenButtons.css';

const SECONDS = 4;

/** A button for each curve of a plot that plays it; one at a time. */
export function ListenButtons({ curves }: { readonly curves: readonly HeardCurve[] }) {
  const t = useTranslations('inWords');
  const [playing, setPlaying] = useState<number | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  if (curves.length === 0) return null;
  const play = (curve: HeardCurve, index: number) => {
    stop.current?.();
    const pitches = pitchesOf(curve);
    if (pitches.length === 0) return;
    setPlaying(index);
    stop.current = playMelody(pitches, SECONDS, () => setPlaying((now) => (now === index ? null : now)));
  };
  return (
    <p className="listen">
      {curves.map((curve, i) => (
        <button
          key={i}
          type="button"
          className="button"
          onClick={() => (playing === i ? stop.current?.() : play(curve, i))}
        >
          {playing === i ? t('stop') : t('listen', { label: curve.label })}
        </button>
      ))}
      <span className="soft">{t('listenAbout')}</span>
    </p>
  );
}
