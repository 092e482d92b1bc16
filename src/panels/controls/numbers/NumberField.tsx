import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { faultOf, readNumber, type Limits } from './numbers';
import './numberField.css';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly limits: Limits;
  readonly onChange: (value: number) => void;
  /** The value one press of an arrow key away, ten times nearer with shift; without it the keys do nothing. */
  readonly stepped?: (direction: 1 | -1, fine: boolean) => number;
}

/**
 * A number to type. It is taken over on Enter or on leaving the field; what is not allowed stays in the field with
 * the reason below it, and the experiment stays as it was. Escape brings the number back.
 */
export function NumberField({ label, value, limits, onChange, stepped }: NumberFieldProps) {
  const t = useTranslations('number');
  const faultId = useId();
  const [draft, setDraft] = useState<string | null>(null);
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
    <span className="number-field">
      <input
        className="number-input"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : faultId}
        value={draft ?? String(value)}
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
