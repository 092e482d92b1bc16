import * as Switch from '@radix-ui/react-switch';
import { Hint } from './Hint';

interface FlagRowProps {
  readonly label: string;
  readonly about: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** Something that is on or off. */
export function FlagRow({ label, about, value, onChange }: FlagRowProps) {
  return (
    <Hint text={about} side="right">
      <div className="setting">
        <span className="setting-label">{label}</span>
        <Switch.Root className="switch" aria-label={label} aria-description={about} checked={value} onCheckedChange={onChange}>
          <Switch.Thumb className="switch-thumb" />
        </Switch.Root>
      </div>
    </Hint>
  );
}
