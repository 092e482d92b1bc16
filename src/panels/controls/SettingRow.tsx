import { Hint } from './Hint';
import type { Limits } from './numbers';
import { NumberField } from './NumberField';
import { stepValue, type SliderRange } from './scales';
import { ValueSlider } from './ValueSlider';

export interface SettingRowProps {
  readonly label: string;
  /** One sentence; empty where the label says it all. */
  readonly about: string;
  readonly value: number;
  readonly scale: SliderRange;
  readonly limits: Limits;
  /** `settled` is false while a drag or a held key goes on. */
  readonly onChange: (value: number, settled: boolean) => void;
  readonly onSettle: () => void;
}

/** A number with its name, a slider and a field to type it exactly. */
export function SettingRow({ label, about, value, scale, limits, onChange, onSettle }: SettingRowProps) {
  const row = (
    <div className="setting">
      <span className="setting-label">{label}</span>
      <ValueSlider label={label} about={about} scale={scale} value={value} valueText={String(value)} onChange={onChange} onSettle={onSettle} />
      <NumberField
        label={label}
        value={value}
        limits={limits}
        onChange={(typed) => onChange(typed, true)}
        stepped={(notches) => stepValue(scale, value, notches)}
      />
    </div>
  );
  return about === '' ? row : <Hint text={about} side="right">{row}</Hint>;
}
