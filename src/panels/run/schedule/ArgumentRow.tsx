import type { NumberArgument, ScheduleArgument } from '../../../catalogue';
import { settle } from '../../../workbench/stores/experimentStore';
import { usePreference } from '../../../workbench/stores/preferences';
import { ListRow } from '../../controls/lists/ListRow';
import { SettingRow } from '../../controls/numbers/SettingRow';
import { inLanguage } from '../../../language';

interface ArgumentRowProps<Argument, Value> {
  readonly argument: Argument;
  readonly value: Value;
  readonly onChange: (value: Value, settled: boolean) => void;
}

/** A row for a number that is an argument of a schedule or warm-up. */
export function NumberRow({ argument, value, onChange }: ArgumentRowProps<NumberArgument, number>) {
  const language = usePreference((state) => state.language);
  const { name, help, min, max, slider, integer = false } = argument;
  return (
    <SettingRow
      label={inLanguage(name, language)}
      about={inLanguage(help, language)}
      value={value}
      scale={{ kind: slider.scale, range: [slider.min, slider.max], integer }}
      limits={{ min, max, integer }}
      onChange={onChange}
      onSettle={settle}
    />
  );
}

/** A row for an argument of a schedule, a number or a list of numbers, with the texts and limits of the catalogue. */
export function ArgumentRow({
  argument,
  value,
  onChange,
}: ArgumentRowProps<ScheduleArgument, number | readonly number[]>) {
  const language = usePreference((state) => state.language);
  if (!('count' in argument)) return <NumberRow argument={argument} value={Number(value)} onChange={onChange} />;
  const { name, help, min, max, integer = false, count } = argument;
  return (
    <ListRow
      label={inLanguage(name, language)}
      about={inLanguage(help, language)}
      values={[value].flat()}
      limits={{ min, max, integer, count }}
      onChange={(list) => onChange(list, true)}
    />
  );
}
