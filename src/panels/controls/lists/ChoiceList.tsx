import * as Select from '@radix-ui/react-select';
import { chosenLabel, type ChoiceProps, type OptionGroup } from './options';
import './choiceList.css';

function Group({ label, options }: OptionGroup) {
  return (
    <Select.Group>
      {label !== undefined && <Select.Label className="choice-group">{label}</Select.Label>}
      {options.map((option) => (
        <Select.Item key={option.value} value={option.value} className="choice-item">
          <Select.ItemText>{option.label}</Select.ItemText>
          {option.also !== undefined && <span className="soft"> {option.also}</span>}
        </Select.Item>
      ))}
    </Select.Group>
  );
}

export default function ChoiceList({ label, value, groups, onChange, className = '' }: ChoiceProps) {
  return (
    <Select.Root value={value} onValueChange={onChange}>
      <Select.Trigger className={`choice ${className}`} aria-label={label}>
        <span className="choice-value">
          <Select.Value>{chosenLabel({ groups, value })}</Select.Value>
        </span>
        <span className="choice-arrow" aria-hidden="true" />
      </Select.Trigger>
      <Select.Portal>
        <Select.Content className="choice-list" position="popper" sideOffset={4} collisionPadding={8}>
          <Select.Viewport>
            {groups.map((group, i) => (
              <Group key={group.label ?? i} {...group} />
            ))}
          </Select.Viewport>
        </Select.Content>
      </Select.Portal>
    </Select.Root>
  );
}
