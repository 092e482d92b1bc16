import type { Setting } from '../../catalogue';
import { settle } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { setSetting } from '../../workbench/edits/edits';
import { inLanguage } from '../../language';
import { ChoiceRow } from '../controls/lists/ChoiceRow';
import { FlagRow } from '../controls/FlagRow';
import { SettingRow } from '../controls/numbers/SettingRow';
import { settingSlider } from '../shared/hyperControls';

interface RowProps {
  /** The key of the setting. */
  readonly name: string;
  readonly setting: Setting;
  readonly value: number;
}

/** A row for a constant or setting: a switch, a list of options, or a slider. A constant is named by its letter. */
function Row({ name, setting, value }: RowProps) {
  const language = usePreference((state) => state.language);
  const label = inLanguage(setting.name, language) ?? name;
  const about = inLanguage(setting.help, language) ?? '';
  if (setting.flag)
    return <FlagRow label={label} about={about} value={value === 1} onChange={(on) => setSetting(name, Number(on))} />;
  if (setting.choices) {
    const options = setting.choices.map((choice, index) => ({
      value: String(index),
      label: inLanguage(choice, language),
    }));
    return (
      <ChoiceRow
        label={label}
        about={about}
        value={String(value)}
        options={options}
        onChange={(index) => setSetting(name, Number(index))}
      />
    );
  }
  const { limits, ...scale } = settingSlider(setting);
  const change = (next: number, settled: boolean) => setSetting(name, next, settled);
  return (
    <SettingRow
      label={label}
      about={about}
      value={value}
      scale={scale}
      limits={limits}
      onChange={change}
      onSettle={settle}
    />
  );
}

interface ProblemSettingRowsProps {
  readonly settings: Readonly<Record<string, Setting>>;
  readonly values: Readonly<Record<string, number>>;
}

/** A row for each constant or setting of a problem. */
export const ProblemSettingRows = ({ settings, values }: ProblemSettingRowsProps) =>
  Object.entries(settings).map(([name, setting]) => (
    <Row key={name} name={name} setting={setting} value={values[name] ?? setting.default} />
  ));
