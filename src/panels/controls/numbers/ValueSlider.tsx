import { useRef, type KeyboardEvent } from 'react';
import { NOTCH, snappedValue, stepValue, toPosition, type KeyStep, type SliderRange } from './scales';
import { SliderBar } from './SliderBar';

interface ValueSliderProps {
  readonly label: string;
  /** A sentence for assistive technology. */
  readonly about: string;
  readonly scale: SliderRange;
  readonly value: number;
  /** `settled` is false during a drag and while a key is held. */
  readonly onChange: (value: number, settled: boolean) => void;
  /** Called when a drag has ended, even at the value where it began. */
  readonly onSettle: () => void;
  /** A value that the thumb snaps to; none by default. */
  readonly snap?: number | null | undefined;
  /** Called when a drag begins. */
  readonly onGrasp?: (() => void) | undefined;
}

const keys: Readonly<Record<string, readonly [direction: 1 | -1, step: KeyStep]>> = {
  ArrowLeft: [-1, 'key'],
  ArrowDown: [-1, 'key'],
  ArrowRight: [1, 'key'],
  ArrowUp: [1, 'key'],
  PageDown: [-1, 'page'],
  PageUp: [1, 'page'],
};

/**
 * A slider on any scale. Arrow keys move by at most 5% of the value on a logarithmic scale and by a hundredth of the range
 * on a linear one, with shift by less; they always change the value.
 */
export function ValueSlider({
  label,
  about,
  scale,
  value,
  onChange,
  onSettle,
  snap = null,
  onGrasp,
}: ValueSliderProps) {
  // Offset of the pointer from the middle of the thumb, so that the thumb does not jump under the pointer.
  const grasp = useRef(0);
  const position = toPosition(scale, value);

  const startDrag = (offset: number) => {
    onGrasp?.();
    grasp.current = offset;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    grasp.current = 0;
    const [direction, step] = keys[event.key] ?? [];
    if (direction === undefined || step === undefined) return;
    event.preventDefault();
    onChange(stepValue(scale, value, direction, event.shiftKey && step === 'key' ? 'fine' : step, snap), false);
  };
  const valueAt = (pointer: number) => snappedValue(scale, Math.max(0, Math.min(1, pointer - grasp.current)), snap);
  return (
    <SliderBar
      label={label}
      description={about}
      valueText={String(value)}
      max={1}
      step={NOTCH}
      value={position}
      onChange={(pointer) => onChange(valueAt(pointer), false)}
      onGrasp={startDrag}
      onLostPointerCapture={onSettle}
      onKeyDown={onKeyDown}
      onKeyUp={onSettle}
    />
  );
}
