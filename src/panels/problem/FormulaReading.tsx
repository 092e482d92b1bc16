import { useTranslations } from 'use-intl';
import type { NameFault } from '../../experiment';
import { LossFacts } from './LossFacts';
import {
  fillReading,
  ReadingError,
  withClauses,
  type Note,
  type Reading,
  type Suggestion,
} from '../../formula/informal';

interface FormulaReadingProps {
  readonly id: string;
  readonly typed: string;
  /** The formula that the page shows: the last that could be read. */
  readonly shown: string;
  readonly reading: Reading | ReadingError;
  readonly namesFault: NameFault | null;
  readonly onSuggestion: (suggestion: Suggestion) => void;
}

/** Refusals of what is still being typed; buttons that come and go with every key would move the plots. */
const unfinished: ReadonlySet<string> = new Set(['empty', 'unexpectedEnd', 'unclosed']);

/** What a typed formula was read as, and what was changed; or why it cannot be read, with ways out to press. */
export function FormulaReading({ id, typed, shown, reading, namesFault, onSuggestion }: FormulaReadingProps) {
  const t = useTranslations('custom');
  const refusal = useRefusal();
  const isRead = !(reading instanceof ReadingError);
  const isWrong = namesFault !== null || !isRead;
  const canonical = isRead ? withClauses(reading.formula, reading.constants) : '';
  // A value that stays a constant is no change.
  const notes = isRead
    ? reading.notes.filter(({ kind, from }) => kind !== 'constant' || !Object.hasOwn(reading.constants ?? {}, from))
    : [];
  return (
    <div className="custom-reading">
      <p id={id} className="custom-status" data-wrong={isWrong} role="status">
        {namesFault !== null && t(`names.${namesFault.code}`, { name: namesFault.name, max: namesFault.max })}
        {namesFault === null && !isRead && t('at', { at: reading.at + 1, message: refusal(reading) })}
        {namesFault === null &&
          isRead &&
          (canonical === typed.trim() ? t('fine') : t('readAs', { formula: canonical }))}
      </p>
      {isWrong && <p className="custom-changes">{t('stillShown', { formula: shown })}</p>}
      {!isWrong && notes.length > 0 && <Changes notes={notes} />}
      {!isWrong && <LossFacts loss={reading} />}
      {namesFault === null && !isRead && reading.suggestions.length > 0 && !unfinished.has(reading.code) && (
        <div className="custom-ways" role="group" aria-label={t('ways')}>
          {reading.suggestions.map((suggestion, i) => (
            <button key={i} type="button" className="button" onClick={() => onSuggestion(suggestion)}>
              <Way suggestion={suggestion} />
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function useRefusal(): (error: ReadingError) => string {
  const t = useTranslations('reading');
  const inList = ({ known, ...values }: ReadingError['values']) =>
    known === undefined ? values : { ...values, known: String(known).replaceAll(', ', String(t.raw('comma'))) };
  const say = (part: 'wrong' | 'cure', { code, values }: ReadingError): string =>
    fillReading(String(t.raw(`${part}.${code}`)), inList(values));
  return (error) => `${say('wrong', error)}${String(t.raw('stop'))}${say('cure', error)}`;
}

/** More of them than these would say nothing. */
const MOST_CHANGES = 6;

function Changes({ notes }: { readonly notes: readonly Note[] }) {
  const t = useTranslations('custom');
  const words = notes.slice(0, MOST_CHANGES).map((note) => {
    const { kind, from, to } = note;
    const known =
      kind === 'leftSide' || kind === 'parameters' || kind === 'constant' || kind === 'plus' ? kind : 'other';
    return t(`change.${known}`, { from, to });
  });
  return <p className="custom-changes">{t('changes', { list: words.join(t('between')) })}</p>;
}

function Way({ suggestion: { kind, text, parameters, names = [] } }: { readonly suggestion: Suggestion }) {
  const t = useTranslations('custom');
  if (kind !== 'text')
    return t(kind === 'parameter' ? 'makeParameter' : 'makeConstant', { names: names.join(', '), count: names.length });
  return (
    <>
      <code>{text}</code>
      {parameters && t('over', { names: parameters.join(', ') })}
    </>
  );
}
