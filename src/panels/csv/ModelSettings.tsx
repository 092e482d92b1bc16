import type { DataProblem } from '../../catalogue';
import { usePreference } from '../../workbench/stores/preferences';
import { inLanguage } from '../../language';
import { FlagRow } from '../controls/FlagRow';
import { SettingRow } from '../controls/numbers/SettingRow';
import { settingSlider } from '../shared/hyperControls';

interface SettingProps<T> {
  readonly model: DataProblem;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** Whether features are standardized; nothing if the model cannot. */
export function StandardizeRow({ model, value, onChange }: SettingProps<boolean>) {
  const language = usePreference((state) => state.language);
  const setting = model.modelSettings.includes('standardize') ? model.settings['standardize'] : undefined;
  return setting ? (
    <FlagRow
      label={inLanguage(setting.name, language) ?? ''}
      about={inLanguage(setting.help, language) ?? ''}
      value={value}
      onChange={onChange}
    />
  ) : null;
}

/** The share of the samples that is held back; nothing if the model cannot. */
export function ValidationRow({ model, value, onChange }: SettingProps<number>) {
  const language = usePreference((state) => state.language);
  const setting = model.modelSettings.includes('validation') ? model.settings['validation'] : undefined;
  if (!setting) return null;
  const { limits, ...scale } = settingSlider(setting);
  return (
    <SettingRow
      label={inLanguage(setting.name, language) ?? ''}
      about={inLanguage(setting.help, language) ?? ''}
      value={value}
      scale={scale}
      limits={limits}
      onChange={onChange}
      onSettle={doNothing}
    />
  );
}

const doNothing = () => undefined;
