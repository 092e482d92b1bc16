import { Choice } from './Choice';
import type { Option } from './options';
import { hint } from '../hint';
import './choiceRow.css';

interface ChoiceRowProps<T extends string> {
  readonly label: string;
  /** The name for assistive technology, if the label means nothing without its surroundings. */
  readonly name?: string;
  /** One sentence, e.g. about the chosen option. */
  readonly about: string;
  readonly value: T;
  readonly options: readonly (Option & { readonly value: T })[];
  readonly onChange: (value: T) => void;
}

/** A row with a choice of one of several options. */
export function ChoiceRow<T extends string>({
  label,
  name = label,
  about,
  value,
  options,
  onChange,
}: ChoiceRowProps<T>) {
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <div className="setting setting-choice" {...hint(about)}>
      <span className="setting-label">{label}</span>
      <Choice label={name} description={about} value={value} groups={[{ options }]} onChange={choose} />
    </div>
  );
}
