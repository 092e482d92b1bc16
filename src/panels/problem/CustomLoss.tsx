import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CustomChoice } from '../../experiment/core/types';
import { FormulaError } from '../../formula';
import { currentExperiment, edit, settle } from '../../workbench/stores/experimentStore';
import { readLoss, readNames, withTypedLoss } from '../../workbench/edits/customLoss';
import { useFormulaMessage } from '../shared/messages';
import './customLoss.css';

interface Draft {
  readonly loss: string;
  readonly names: string;
  /** The experiment's loss when this was typed. If that changes by undo or a link, the draft is out of date. */
  readonly shown: CustomChoice;
}

interface FormulaTextProps {
  readonly label: string;
  readonly text: string;
  readonly fault: FormulaError | null;
  readonly describedBy: string;
  readonly onChange: (text: string) => void;
}

/** A field for a formula that grows with its text, with a wavy line under what cannot be read. */
function FormulaText({ label, text, fault, describedBy, onChange }: FormulaTextProps) {
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
        rows={1}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-label={label}
        aria-invalid={fault !== null}
        aria-describedby={describedBy}
        value={text}
        onChange={(event) => onChange(event.target.value.replace(/\s+/g, ' '))}
        onBlur={settle}
      />
    </span>
  );
}

/** The editor of a typed loss. A valid formula is applied at once; an invalid one leaves the experiment as it is. */
export default function CustomLoss({ choice }: { readonly choice: CustomChoice }) {
  const t = useTranslations('custom');
  const message = useFormulaMessage();
  const id = useId();
  const [typed, setTyped] = useState<Draft | null>(null);
  const draft =
    typed?.shown === choice ? typed : { loss: choice.loss, names: choice.parameters.join(', '), shown: choice };
  const names = readNames(draft.names);
  const read = readLoss(draft.loss, names ?? choice.parameters);
  const fault = read instanceof FormulaError ? read : null;

  const type = (loss: string, namesText: string) => {
    const parameters = readNames(namesText);
    const readable = parameters !== null && !(readLoss(loss, parameters) instanceof FormulaError);
    if (!readable) return setTyped({ loss, names: namesText, shown: choice });
    edit(withTypedLoss(currentExperiment(), { kind: 'custom', loss, parameters }), false);
    const { problem } = currentExperiment();
    if (problem.kind === 'custom') setTyped({ loss, names: namesText, shown: problem });
  };
  const status =
    names === null
      ? t('parametersWrong')
      : fault === null
        ? t('fine')
        : t('at', { at: fault.at + 1, message: message(fault) });
  return (
    <section className="custom-loss" aria-label={t('title')} data-own-keys>
      <label className="custom-names">
        <span>{t('parameters')}</span>
        <input
          className="text-input formula-font"
          value={draft.names}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          placeholder={t('parametersHint')}
          aria-invalid={names === null}
          aria-describedby={id}
          onChange={(event) => type(draft.loss, event.target.value)}
          onBlur={settle}
        />
      </label>
      <div className="custom-formula">
        <span aria-hidden="true">{t('loss')}</span>
        <FormulaText
          label={t('loss')}
          text={draft.loss}
          fault={fault}
          describedBy={id}
          onChange={(loss) => type(loss, draft.names)}
        />
      </div>
      <p id={id} className="custom-status" data-wrong={names === null || fault !== null} role="status">
        {status}
      </p>
      <p className="custom-hint">{t('hint')}</p>
    </section>
  );
}
