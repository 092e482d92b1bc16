import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { hint } from '../hint';
import { listFault, readNumbers, type ListFault, type ListLimits } from './lists';
import './listRow.css';
import '../numbers/numberField.css';

interface ListRowProps {
  readonly label: string;
  /** One sentence. */
  readonly about: string;
  readonly values: readonly number[];
  readonly limits: ListLimits;
  readonly onChange: (values: readonly number[]) => void;
}

function useFaultMessage(): (fault: ListFault) => string {
  const t = useTranslations();
  return (fault) => {
    if (fault.code !== 'entry') return t(`list.${fault.code}`, fault.values);
    return t('list.entry', { at: fault.at, fault: t(`number.${fault.fault.code}`, { ...fault.fault.values }) });
  };
}

/**
 * A row with a list of numbers to type, separated by commas. Enter or leaving the field applies it. An invalid text stays
 * in the field with the reason below it and is not applied. Escape restores the current list.
 */
export function ListRow({ label, about, values, limits, onChange }: ListRowProps) {
  const message = useFaultMessage();
  const faultId = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const typed = draft === null ? values : readNumbers(draft);
  const fault = draft === null ? null : listFault(typed, limits);

  const take = () => {
    if (draft === null || fault !== null) return;
    setDraft(null);
    const numbers = typed.flatMap((value) => value ?? []);
    if (numbers.join() !== values.join()) onChange(numbers);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take();
    else if (event.key === 'Escape') setDraft(null);
  };
  return (
    <div className="setting setting-list" {...hint(about)}>
      <span className="setting-label">{label}</span>
      <span className="number-field">
        <input
          className="number-input"
          autoComplete="off"
          spellCheck={false}
          aria-label={label}
          aria-description={about}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : faultId}
          value={draft ?? values.join(', ')}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={take}
          onKeyDown={onKeyDown}
        />
        <span className="number-fault" id={faultId} aria-live="polite">
          {fault !== null && <span>{message(fault)}</span>}
        </span>
      </span>
    </div>
  );
}
