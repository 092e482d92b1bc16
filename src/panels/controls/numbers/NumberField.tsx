import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { faultOf, fieldText, readNumber, type Limits } from './numbers';
import './numberField.css';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly limits: Limits;
  readonly onChange: (value: number) => void;
  /** The value after a press of an arrow key, whose step shift makes ten times smaller; absent: the keys do nothing. */
  readonly stepped?: (direction: 1 | -1, fine: boolean) => number;
}

/** A number of more characters, such as 0.000001234567890123456, is set smaller, so that none of them is cut off. */
const LONG = 18;

/**
 * A field for a number. Enter or leaving the field applies it. An invalid text stays in the field with the reason below
 * it and is not applied. Escape restores the current number.
 */
export function NumberField({ label, value, limits, onChange, stepped }: NumberFieldProps) {
  const t = useTranslations('number');
  const faultId = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? fieldText(value);
  const typed = draft === null ? value : readNumber(draft);
  const fault = draft === null ? null : faultOf(typed, limits);

  const take = () => {
    if (draft === null || typed === null || fault !== null) return;
    setDraft(null);
    if (typed !== value) onChange(typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take();
    else if (event.key === 'Escape') setDraft(null);
    else if (stepped && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      setDraft(null);
      onChange(stepped(event.key === 'ArrowUp' ? 1 : -1, event.shiftKey));
    }
  };
  return (
    <span className="number-field" style={{ '--characters': shown.length }}>
      <input
        className="number-input"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : faultId}
        value={shown}
        data-long={shown.length > LONG}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={take}
        onKeyDown={onKeyDown}
      />
      <span className="number-fault" id={faultId} aria-live="polite">
        {fault !== null && <span>{t(fault.code, { ...fault.values })}</span>}
      </span>
    </span>
  );
}
