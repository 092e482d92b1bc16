import { useTranslations } from 'use-intl';
import { neighbours, type Lesson } from '../../lessons';
import { enterStep, goOn } from '../../workbench/lessons/steps';
import { isUnplayed, useLesson } from '../../workbench/lessons/lessonStore';
import { LessonLink } from './LessonLink';

/** Back and next; after the last step the next lesson. */
export function LessonNavigation({ lesson, index }: { readonly lesson: Lesson; readonly index: number }) {
  const t = useTranslations('lessons');
  const { next } = neighbours(lesson);
  const isLast = index === lesson.steps.length - 1;
  // What is asked for comes first: only then the button that goes on stands out.
  const isReady = useLesson(
    (state) => !isUnplayed(state) && (lesson.steps[index]?.kind !== 'do' || state.task?.isDone),
  );
  const strength = isReady ? 'button-strong' : '';
  return (
    <span className="lesson-buttons">
      <button type="button" className="button" disabled={index === 0} onClick={() => enterStep(index - 1)}>
        {t('back')}
      </button>
      {!isLast ? (
        <button type="button" className={`button ${strength}`} onClick={goOn}>
          {t('next')}
        </button>
      ) : (
        next && (
          <LessonLink lesson={next} className={`button ${strength}`}>
            {t('nextLesson')}
          </LessonLink>
        )
      )}
    </span>
  );
}
