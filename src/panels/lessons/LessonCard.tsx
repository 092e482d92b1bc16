import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { findLesson, lessonLink, lessons } from '../../lessons';
import { usePreference } from '../../workbench/preferences';
import { showOnScreen } from '../../workbench/screenStore';
import { DismissButton } from '../controls/DismissButton';
import { LaterWords } from '../LaterWords';
import './lessons.css';

const dismiss = () => showOnScreen({ lesson: null });

function Words({ id }: { readonly id: string }) {
  const t = useTranslations('lessons');
  const heading = useId();
  const language = usePreference((state) => state.language);
  const lesson = findLesson(id);
  if (!lesson) {
    return (
      <div className="notice" role="status">
        <p>{t('unknown', { id })}</p>
        <DismissButton onClick={dismiss} />
      </div>
    );
  }
  const next = lessons[lessons.indexOf(lesson) + 1];
  return (
    <section className="lesson" aria-labelledby={heading}>
      <h2 id={heading}>{lesson.title[language]}</h2>
      <p>{lesson.about[language]}</p>
      <span className="lesson-tools">
        {next && (
          <a className="button" href={`#${lessonLink(next)}`}>
            {t('next')}
          </a>
        )}
        <DismissButton onClick={dismiss} />
      </span>
    </section>
  );
}

/** What the open lesson has to say. */
export default function LessonCard({ id }: { readonly id: string }) {
  return (
    <LaterWords>
      <Words id={id} />
    </LaterWords>
  );
}
