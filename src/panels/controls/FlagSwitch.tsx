import * as Switch from '@radix-ui/react-switch';
import type { FlagRowProps } from './FlagRow';

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
