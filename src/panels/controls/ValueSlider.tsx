import * as Slider from '@radix-ui/react-slider';
import type { KeyboardEvent } from 'react';
import { NOTCH, stepValue, toPosition, toValue, type SliderRange } from './scales';

interface ValueSliderProps {
  readonly label: string;
  /** A sentence for assistive technology. */
  readonly about: string;
  readonly scale: SliderRange;
  readonly value: number;
  readonly valueText: string;
  /** `settled` is false while a drag or a held key goes on. */
  readonly onChange: (value: number, settled: boolean) => void;
  /** A drag ended, perhaps where it began. */
  readonly onSettle: () => void;
}

const notchesOf: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

/** A slider over any scale. Arrow keys move by notches that always change the value. */
export function ValueSlider({ label, about, scale, value, valueText, onChange, onSettle }: ValueSliderProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const notches = notchesOf[event.key];
    if (notches === undefined) return;
    event.preventDefault();
    onChange(stepValue(scale, value, event.shiftKey ? 10 * notches : notches), false);
  };
  return (
    <Slider.Root
      className="slider"
      min={0}
      max={1}
      step={NOTCH}
      value={[toPosition(scale, value)]}
      onValueChange={([position = 0]) => onChange(toValue(scale, position), false)}
      onValueCommit={([position = 0]) => onChange(toValue(scale, position), true)}
      onLostPointerCapture={onSettle}
      onKeyDown={onKeyDown}
      onKeyUp={onSettle}
    >
      <Slider.Track className="slider-track">
        <Slider.Range className="slider-range" />
      </Slider.Track>
      <Slider.Thumb className="slider-thumb" aria-label={label} aria-valuetext={valueText} aria-description={about} />
    </Slider.Root>
  );
}
