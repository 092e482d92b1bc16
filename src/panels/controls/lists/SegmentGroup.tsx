import * as ToggleGroup from '@radix-ui/react-toggle-group';

export interface SegmentsProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

export default function SegmentGroup({ label, value, options, onChange }: SegmentsProps) {
  return (
    <ToggleGroup.Root
      type="single"
      className="segments"
      aria-label={label}
      value={value}
      // A press on the chosen option reports an empty text, which is ignored: one option is always chosen.
      onValueChange={(chosen) => chosen !== '' && onChange(chosen)}
      data-own-keys
    >
      {options.map((option) => (
        <ToggleGroup.Item key={option.value} value={option.value} className="segment" data-text={option.label}>
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
