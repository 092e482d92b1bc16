import type { ChangeEvent, HTMLAttributes, PointerEvent } from 'react';
import './sliderBar.css';

interface SliderBarProps extends Pick<HTMLAttributes<HTMLElement>, 'onLostPointerCapture' | 'onKeyDown' | 'onKeyUp'> {
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
  /** Called when a press begins, with the pointer's distance from the middle of the thumb as a share of the track: 0 beside the thumb. */
  readonly onGrasp?: (offset: number) => void;
}

/**
 * The browser's own slider, invisible, over a track and a thumb of ours. The browser's answers pointers, fingers, keys and
 * screen readers; ours show the value, which may differ from where the pointer is (it snaps, or the thumb was held off its middle).
 */
export function SliderBar({
  label,
  description,
  valueText,
  className = '',
  max,
  step,
  value,
  onChange,
  onGrasp,
  ...events
}: SliderBarProps) {
  const share = `${(100 * value) / max}%`;
  const onPointerDown = (event: PointerEvent<HTMLInputElement>) => {
    // So that the end of a drag is heard wherever the pointer is released.
    event.currentTarget.setPointerCapture(event.pointerId);
    onGrasp?.(graspOffset(event.currentTarget, event.clientX, value / max));
  };
  return (
    <span className={`slider ${className}`}>
      <input
        type="range"
        className="slider-input"
        aria-label={label}
        aria-description={description}
        aria-valuetext={valueText}
        min={0}
        max={max}
        step={step}
        value={value}
        onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(event.currentTarget.valueAsNumber)}
        onPointerDown={onPointerDown}
        {...events}
      />
      <span className="slider-track">
        <span className="slider-range" style={{ inlineSize: share }} />
      </span>
      <span className="slider-thumb" style={{ insetInlineStart: share }} />
    </span>
  );
}

/** See `onGrasp`. The input is longer than the track by half a thumb, which is as high as it is wide, at each end. */
function graspOffset(input: HTMLInputElement, pointer: number, position: number): number {
  const track = input.parentElement?.getBoundingClientRect();
  if (!track) return 0;
  const offset = (pointer - track.left) / track.width - position;
  const thumb = input.getBoundingClientRect().width - track.width;
  return Math.abs(offset * track.width) <= thumb / 2 ? offset : 0;
}
