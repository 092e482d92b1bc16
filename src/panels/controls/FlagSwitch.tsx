import * as Switch from '@radix-ui/react-switch';

export interface FlagRowProps {
  readonly label: string;
  readonly about: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export default function FlagSwitch({ label, about, value, onChange }: FlagRowProps) {
  return (
    <Switch.Root
      className="switch"
      aria-label={label}
      aria-description={about}
      checked={value}
      onCheckedChange={onChange}
    >
      <Switch.Thumb className="switch-thumb" />
    </Switch.Root>
  );
}
