import type { ReactNode } from 'react';
import { Hint } from '../Hint';
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
  /** What is shown on the slider, e.g. a mark at a limit. */
  readonly mark?: ReactNode;
}

/** A row with the name of a number, a slider, and a field to type the number exactly. */
export function SettingRow({ label, shown, about, value, scale, limits, onChange, onSettle, mark }: SettingRowProps) {
  const slider = (
    <ValueSlider label={label} about={about} scale={scale} value={value} onChange={onChange} onSettle={onSettle} />
  );
  const row = (
    <div className="setting">
      <span className="setting-label">{shown ?? label}</span>
      {mark ? (
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
        stepped={(direction, fine) => stepValue(scale, value, direction, fine ? 'fine' : 'key')}
      />
    </div>
  );
  return about === '' ? (
    row
  ) : (
    <Hint title={shown ? label : undefined} text={about} side="right">
      {row}
    </Hint>
  );
}
