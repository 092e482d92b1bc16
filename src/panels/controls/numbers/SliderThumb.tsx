import type { HTMLAttributes } from 'react';
import * as Slider from '@radix-ui/react-slider';

export interface SliderBarProps extends Pick<
  HTMLAttributes<HTMLElement>,
  'onPointerDown' | 'onLostPointerCapture' | 'onKeyDown' | 'onKeyUp'
> {
  readonly label: string;
  /** A sentence for assistive technology. */
  readonly description?: string;
  /** The value as screen readers read it. */
  readonly valueText: string;
  readonly className?: string;
  /** From 0 to `max`, in steps. */
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

export default function SliderThumb({
  label,
  description,
  valueText,
  className = '',
  max,
  step,
  value,
  onChange,
  ...events
}: SliderBarProps) {
  return (
    <Slider.Root
      className={`slider ${className}`}
      min={0}
      max={max}
      step={step}
      value={[value]}
      onValueChange={([next = 0]) => onChange(next)}
      {...events}
    >
      <Slider.Track className="slider-track">
        <Slider.Range className="slider-range" />
      </Slider.Track>
      <Slider.Thumb
        className="slider-thumb"
        aria-label={label}
        aria-valuetext={valueText}
        aria-description={description}
      />
    </Slider.Root>
  );
}
