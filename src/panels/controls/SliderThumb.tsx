import * as Slider from '@radix-ui/react-slider';
import type { SliderBarProps } from './SliderBar';

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
