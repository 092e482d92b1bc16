export interface Option {
  readonly value: string;
  readonly label: string;
  /** Other names by which people look for it, beside the label in the list. */
  readonly also?: string | undefined;
}

export interface OptionGroup {
  readonly label?: string;
  readonly options: readonly Option[];
}

export interface ChoiceProps {
  readonly label: string;
  /** A sentence for assistive technology. */
  readonly description?: string;
  readonly value: string;
  readonly groups: readonly OptionGroup[];
  readonly onChange: (value: string) => void;
  readonly className?: string;
}

/** The text shown for the chosen value. */
export const chosenLabel = ({ groups, value }: Pick<ChoiceProps, 'groups' | 'value'>): string =>
  groups.flatMap((group) => group.options).find((option) => option.value === value)?.label ?? value;
