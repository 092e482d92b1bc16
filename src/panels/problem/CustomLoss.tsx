import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CustomChoice } from '../../experiment/core/types';
import { ReadingError, withClauses, type Suggestion } from '../../formula/informal';
import { readNames, tryLoss, withTypedLoss } from '../../workbench/edits/customLoss';
import { isSameLoss, requestSurvey } from '../../workbench/requests/survey';
import { currentExperiment, edit, settle } from '../../workbench/stores/experimentStore';
import { withLateMessages } from '../late/LateMessages';
import { ConstantRows } from './ConstantRows';
import { FormulaReading } from './FormulaReading';
import { FormulaText, typeInto } from './FormulaText';
import './customLoss.css';

interface Draft {
  readonly loss: string;
  readonly names: string;
  /** The experiment's loss when this was typed. If that changes by undo or a link, the draft is out of date. */
  readonly shown: CustomChoice;
}

/** What two fields hold, read: the formula, and which parameters it is over. */
function readDraft(loss: string, namesText: string, choice: CustomChoice) {
  const { names, fault } = readNames(namesText);
  const reading = tryLoss(loss, fault === null ? names : choice.parameters);
  // A left side that lists its parameters overrules the field.
  const isListed = !(reading instanceof ReadingError) && reading.notes.some(({ kind }) => kind === 'parameters');
  return { reading, isListed, namesFault: isListed ? null : fault };
}

/** What the fields hold of a loss that was not typed here. */
const draftOf = (choice: CustomChoice): Draft => ({
  loss: withClauses(choice.loss, choice.constants),
  names: choice.parameters.join(', '),
  shown: choice,
});

/**
 * The loss that the user types, in whatever notation. What can be read is shown at once, and its canonical text is what the
 * experiment holds; until then the last one that could be read stays. The field keeps what was typed.
 */
export default withLateMessages(function CustomLoss({ choice }: { readonly choice: CustomChoice }) {
  const t = useTranslations('custom');
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<Draft | null>(null);
  const draft = typed && isSameLoss(typed.shown, choice) ? typed : draftOf(choice);
  const { reading, namesFault } = readDraft(draft.loss, draft.names, choice);
  const fault = reading instanceof ReadingError ? reading : null;

  // A loss from a link or a script may come without a view.
  const isSurveyed = choice.ranges !== undefined;
  const key = `${choice.loss} ${choice.parameters.join(' ')}`;
  useEffect(() => {
    if (!isSurveyed) requestSurvey();
  }, [isSurveyed, key]);

  const type = (loss: string, namesText: string) => {
    const { reading: read, isListed, namesFault: wrong } = readDraft(loss, namesText, choice);
    if (read instanceof ReadingError || wrong !== null) return setTyped({ loss, names: namesText, shown: choice });
    const { formula, parameters, constants } = read;
    const next: CustomChoice = { kind: 'custom', loss: formula, parameters, ...(constants && { constants }) };
    const isOther = !isSameLoss(next, choice);
    if (isOther) edit(withTypedLoss(currentExperiment(), next), false);
    if (isOther) requestSurvey();
    const { problem } = currentExperiment();
    const names = isListed ? parameters.join(', ') : namesText;
    if (problem.kind === 'custom') setTyped({ loss, names, shown: problem });
  };
  const follow = ({ text, parameters }: Suggestion) => {
    typeInto(field.current, text);
    type(text, parameters?.join(', ') ?? draft.names);
    settle();
  };
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
          aria-invalid={namesFault !== null}
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
          field={field}
          onChange={(loss) => type(loss, draft.names)}
        />
      </div>
      <FormulaReading
        id={id}
        typed={draft.loss}
        shown={withClauses(choice.loss, choice.constants)}
        reading={reading}
        namesFault={namesFault}
        onSuggestion={follow}
      />
      {fault === null && namesFault === null && choice.constants && <ConstantRows constants={choice.constants} />}
      <p className="custom-hint">{t('hint')}</p>
    </section>
  );
});
