import { useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { findLesson, lessonLink } from '../../lessons';
import { questionLink, type Question } from '../../questions';
import { usePreference } from '../../workbench/stores/preferences';
import { inLanguage } from '../../language';
import { BackIcon } from '../controls/Icons';

interface AnswerProps {
  readonly question: Question;
  readonly onBack: () => void;
  /** One of the links has been followed. */
  readonly onOpen: () => void;
}

/** A question with its answer, and links to the experiment that shows it and to the lesson about it. */
export function Answer({ question, onBack, onOpen }: AnswerProps) {
  const t = useTranslations('questions');
  const language = usePreference((state) => state.language);
  const answer = useId();
  const link = useRef<HTMLAnchorElement>(null);
  // The field that had the focus is gone; Enter now opens the experiment.
  useEffect(() => link.current?.focus(), []);
  return (
    <article className="answer">
      <button type="button" className="button button-quiet" onClick={onBack}>
        <BackIcon />
        {t('back')}
      </button>
      <h3>{inLanguage(question.question, language)}</h3>
      <p id={answer}>{inLanguage(question.answer, language)}</p>
      <div className="answer-links">
        <a
          ref={link}
          className="button button-strong"
          href={`#${questionLink(question)}`}
          aria-describedby={answer}
          onClick={onOpen}
        >
          {t('see')}
        </a>
        <LessonOf question={question} onOpen={onOpen} />
      </div>
    </article>
  );
}

/** A link to the lesson that shows more, if there is one. */
export function LessonOf({ question, onOpen }: { readonly question: Question; readonly onOpen?: () => void }) {
  const t = useTranslations('questions');
  const language = usePreference((state) => state.language);
  const lesson = question.lesson === undefined ? undefined : findLesson(question.lesson);
  if (!lesson) return null;
  return (
    <a className="button" href={`#${lessonLink(lesson)}`} onClick={onOpen}>
      {t('lesson', { title: inLanguage(lesson.title, language) })}
    </a>
  );
}
