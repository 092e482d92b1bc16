import type { ReactNode } from 'react';
import { Hint } from '../Hint';
import type { Limits } from './numbers';
import { NumberField } from './NumberField';
import { stepValue, type SliderRange } from './scales';
import { ValueSlider } from './ValueSlider';

export interface SettingRowProps {
  /** What it is called, in full: by assistive technology always, on the screen where nothing shorter is shown. */
  readonly label: string;
  /** A short form to show instead of the label, which then stands in the hint. */
  readonly shown?: ReactNode;
  /** One sentence; empty where the label says it all. */
  readonly about: string;
  readonly value: number;
  readonly scale: SliderRange;
  readonly limits: Limits;
  /** `settled` is false while a drag or a held key goes on. */
  readonly onChange: (value: number, settled: boolean) => void;
  readonly onSettle: () => void;
  /** What stands on the slider, e.g. a limit. */
  readonly mark?: ReactNode;
}

/** A number with its name, a slider and a field to type it exactly. */
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
