import * as Select from '@radix-ui/react-select';
import { useState } from 'react';
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

/**
 * A list to choose from. Radix renders the options of a list that is closed, too, so that typing chooses among them; here
 * they come with the first focus or pointer, because all options of all lists would take long as the page opens.
 */
export default function ChoiceList({ label, description, value, groups, onChange, className = '' }: ChoiceProps) {
  const [isNeeded, setNeeded] = useState(false);
  const need = () => setNeeded(true);
  return (
    <Select.Root value={value} onValueChange={onChange} onOpenChange={need}>
      <Select.Trigger
        className={`choice ${className}`}
        aria-label={label}
        aria-description={description}
        onFocus={need}
        onPointerEnter={need}
      >
        <span className="choice-value">
          <Select.Value>{chosenLabel({ groups, value })}</Select.Value>
        </span>
        <span className="choice-arrow" aria-hidden="true" />
      </Select.Trigger>
      {isNeeded && (
        <Select.Portal>
          <Select.Content className="choice-list" position="popper" sideOffset={4} collisionPadding={8}>
            <Select.Viewport>
              {groups.map((group, i) => (
                <Group key={group.label ?? i} {...group} />
              ))}
            </Select.Viewport>
          </Select.Content>
        </Select.Portal>
      )}
    </Select.Root>
  );
}
