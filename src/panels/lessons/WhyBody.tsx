import { useTranslations } from 'use-intl';
import { neighbours, type Lesson } from '../../lessons';
import { usePreference } from '../../workbench/stores/preferences';
import { inLanguage } from '../../language';
import { LessonLink } from './LessonLink';

/** The explanation, and the lessons before and after this one. */
export function WhyBody({ lesson, text }: { readonly lesson: Lesson; readonly text: string }) {
  const t = useTranslations('lessons');
  const language = usePreference((state) => state.language);
  const { previous, next } = neighbours(lesson);
  return (
    <div className="lesson-body">
      <p>{text}</p>
      <ul className="lesson-neighbours">
        {previous && (
          <li>
            <span className="soft">{t('previousLesson')}</span>{' '}
            <LessonLink lesson={previous}>{inLanguage(previous.title, language)}</LessonLink>
          </li>
        )}
        {next && (
          <li>
            <span className="soft">{t('nextLesson')}</span>{' '}
            <LessonLink lesson={next}>{inLanguage(next.title, language)}</LessonLink>
          </li>
        )}
      </ul>
    </div>
  );
}
