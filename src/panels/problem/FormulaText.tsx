import type { RefObject } from 'react';
import { settle } from '../../workbench/stores/experimentStore';

interface FormulaTextProps {
  readonly label: string;
  readonly text: string;
  /** What cannot be read. */
  readonly fault: { readonly at: number; readonly length: number } | null;
  readonly describedBy: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onChange: (text: string) => void;
}

/**
 * A formula to type, as many lines high as it needs, with a wavy line under what cannot be read. The text stays as it was
 * typed: changing it here would move the caret and end the browser's own undo.
 */
export function FormulaText({ label, text, fault, describedBy, field, onChange }: FormulaTextProps) {
  const from = fault === null ? text.length : Math.min(fault.at, text.length);
  const to = fault === null ? text.length : Math.min(text.length, from + Math.max(1, fault.length));
  return (
    <span className="formula-text">
      <span className="formula-mirror" aria-hidden="true">
        {text.slice(0, from)}
        {fault !== null && <mark>{text.slice(from, to) || ' '}</mark>}
        {`${text.slice(to)} `}
      </span>
      <textarea
        ref={field}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-label={label}
        aria-invalid={fault !== null}
        aria-describedby={describedBy}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onBlur={settle}
      />
    </span>
  );
}

/**
 * Puts a text into a field as if it had been typed, so that the browser's undo takes it back. This old command is the
 * only way that does; where a browser lacks it, the caller sets the text.
 */
export function typeInto(field: HTMLTextAreaElement | null, text: string): void {
  if (!field) return;
  field.focus();
  if (field.value === text) return;
  field.select();
  document.execCommand('insertText', false, text);
}
