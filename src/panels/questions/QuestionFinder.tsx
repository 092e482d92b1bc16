import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { questions, topics, type Question } from '../../questions';
import type { Found } from '../../questions/search/search';
import { usePreference } from '../../workbench/stores/preferences';
import { inLanguage } from '../../language';
import { LessonLinks } from './LessonLinks';

interface QuestionFinderProps {
  readonly search: (text: string) => Found;
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onChoose: (question: Question) => void;
  /** A lesson has been opened instead. */
  readonly onOpen: () => void;
}

/** Part of the list, with a heading unless it is the result of a search. */
interface Group {
  readonly label: string | null;
  readonly questions: readonly Question[];
}

/** A field and the questions that match what is typed, best first; all by topic while it is empty. */
export function QuestionFinder({ search, text, onType, onChoose, onOpen }: QuestionFinderProps) {
  const t = useTranslations('questions');
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  // After an answer, too.
  useEffect(() => field.current?.focus(), []);
  const isEmpty = text.trim() === '';
  const found = isEmpty ? null : search(text);
  const groups: readonly Group[] = found
    ? [{ label: null, questions: found.questions }]
    : topics.map((topic) => ({
        label: t(`topic.${topic}`),
        questions: questions.filter((question) => question.topic === topic),
      }));
  const shown = groups.flatMap((group) => group.questions);
  // The best match is ready for Enter; in the whole list nothing is until an arrow key is pressed.
  const [moved, setMoved] = useState<number | null>(null);
  const active = moved ?? (found && shown.length > 0 ? 0 : null);
  const note = noteOn(t, found);
  const idOf = (question: Question) => `${list}-${question.id}`;

  const move = (by: number) => {
    if (shown.length === 0) return;
    const next = active === null ? (by > 0 ? 0 : shown.length - 1) : (active + by + shown.length) % shown.length;
    setMoved(next);
    const question = shown[next];
    if (question) document.getElementById(idOf(question))?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent) => {
    // While Chinese is being composed, these keys belong to the input method.
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = active === null ? undefined : shown[active];
    if (step !== undefined) move(step);
    else if (event.key === 'Enter' && chosen) onChoose(chosen);
    else return;
    event.preventDefault();
  };
  const activeQuestion = active === null ? undefined : shown[active];

  return (
    <div className="question-finder">
      <input
        ref={field}
        className="text-input"
        type="text"
        role="combobox"
        aria-label={t('field')}
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        {...(activeQuestion && { 'aria-activedescendant': idOf(activeQuestion) })}
        placeholder={t('example')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          onType(event.target.value);
          setMoved(null);
        }}
        onKeyDown={press}
      />
      <p className={note === null ? 'visually-hidden' : 'question-count'} role="status">
        {note ?? t('count', { count: shown.length })}
      </p>
      {shown.length > 0 && (
        <div className="question-list" role="listbox" id={list} aria-label={t('list')}>
          {groups.map((group) => (
            <QuestionGroup key={group.label} group={group} active={activeQuestion} idOf={idOf} onChoose={onChoose} />
          ))}
        </div>
      )}
      {found?.isGuess && shown.length > 0 && <LessonLinks onOpen={onOpen} />}
    </div>
  );
}

/** What is to be said of the result of a search: that no question is about all that was asked. */
function noteOn(t: ReturnType<typeof useTranslations<'questions'>>, found: Found | null): string | null {
  if (found?.isGuess) return `${t('none')} ${found.questions.length > 0 ? t('nearest') : t('otherWords')}`;
  return found && found.missing.length > 0
    ? t('missing', { words: found.missing.map((word) => `“${word}”`).join(t('and')) })
    : null;
}

interface QuestionGroupProps {
  readonly group: Group;
  readonly active: Question | undefined;
  readonly idOf: (question: Question) => string;
  readonly onChoose: (question: Question) => void;
}

function QuestionGroup({ group, active, idOf, onChoose }: QuestionGroupProps) {
  const language = usePreference((state) => state.language);
  const heading = useId();
  const options = group.questions.map((question) => (
    <div
      key={question.id}
      id={idOf(question)}
      role="option"
      className="question-option"
      aria-selected={question === active}
      onClick={() => onChoose(question)}
    >
      {inLanguage(question.question, language)}
    </div>
  ));
  if (group.label === null) return options;
  return (
    <div role="group" aria-labelledby={heading} className="question-group">
      <div id={heading} className="question-topic" role="presentation">
        {group.label}
      </div>
      {options}
    </div>
  );
}
