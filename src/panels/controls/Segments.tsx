import * as ToggleGroup from '@radix-ui/react-toggle-group';

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of two or three, all in sight. */
export function Segments<Value extends string>({ label, value, options, onChange }: SegmentsProps<Value>) {
  const choose = (chosen: string) => {
    // A second press on the chosen one reports an empty text: one is always chosen here.
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <ToggleGroup.Root type="single" className="segments" aria-label={label} value={value} onValueChange={choose} data-own-keys>
      {options.map((option) => (
        <ToggleGroup.Item key={option.value} value={option.value} className="segment" data-text={option.label}>
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
