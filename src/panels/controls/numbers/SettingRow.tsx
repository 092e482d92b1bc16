import type { ReactNode } from 'react';
import { hint } from '../hint';
import type { Limits } from './numbers';
import { NumberField } from './NumberField';
import { stepValue, type SliderRange } from './scales';
import { ValueSlider } from './ValueSlider';

export interface SettingRowProps {
  /** The full name. Assistive technology reads it; the screen shows it unless there is a shorter form. */
  readonly label: string;
  /** A short form to show instead of the label, which the hint then contains. */
  readonly shown?: ReactNode;
  /** One sentence of explanation; empty if the label needs none. */
  readonly about: string;
  readonly value: number;
  readonly scale: SliderRange;
  readonly limits: Limits;
  /** `settled` is false during a drag and while a key is held. */
  readonly onChange: (value: number, settled: boolean) => void;
  readonly onSettle: () => void;
  /** A value that the slider snaps to. */
  readonly snap?: number | null;
  /** Called when a drag begins. */
  readonly onGrasp?: () => void;
  /** Name and number in a first line, the slider over the whole width in a second, and a third that is empty. */
  readonly isWide?: boolean;
  /** What is shown on the slider, e.g. a mark at a limit. */
  readonly mark?: ReactNode;
  /** What else is in a wide row; it says in which of the row's grid areas it stands. */
  readonly more?: ReactNode;
}

/** A row with the name of a number, a slider, and a field to type the number exactly. */
export function SettingRow({ label, shown, isWide = false, mark, more, ...props }: SettingRowProps) {
  const { about, value, scale, limits, onChange, snap } = props;
  const slider = <ValueSlider {...props} label={label} />;
  return (
    <div className={isWide ? 'setting setting-wide' : 'setting'} {...hint(about, shown ? label : undefined)}>
      <span className="setting-label">{shown ?? label}</span>
      {isWide ? (
        <span className="slider-marked">
          {mark}
          {slider}
        </span>
      ) : (
        slider
      )}
      <NumberField
        label={label}
        value={value}
        limits={limits}
        onChange={(typed) => onChange(typed, true)}
        stepped={(direction, fine) => stepValue(scale, value, direction, fine ? 'fine' : 'key', snap)}
      />
      {more}
    </div>
  );
}
