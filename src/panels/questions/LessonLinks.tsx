import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { lessonLink, lessons } from '../../lessons';
import { usePreference } from '../../workbench/stores/preferences';
import { inLanguage } from '../../language';

/** All lessons, for somebody whose question is not among those here. */
export function LessonLinks({ onOpen }: { readonly onOpen: () => void }) {
  const t = useTranslations('questions');
  const language = usePreference((state) => state.language);
  const heading = useId();
  return (
    <nav aria-labelledby={heading} className="question-lessons">
      <h3 id={heading} className="question-topic">
        {t('lessons')}
      </h3>
      <ul>
        {lessons.map((lesson) => (
          <li key={lesson.id}>
            <a href={`#${lessonLink(lesson)}`} onClick={onOpen}>
              {inLanguage(lesson.title, language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
