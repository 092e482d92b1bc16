import type { ReactNode } from 'react';
import { lessonLink, type Lesson } from '../../lessons';
import { usePreference } from '../../workbench/stores/preferences';
import { inLanguage } from '../../language';

interface LessonLinkProps {
  readonly lesson: Lesson;
  readonly className?: string;
  readonly children: ReactNode;
}

/** An ordinary link, which can be copied and opened in another tab. */
export function LessonLink({ lesson, className, children }: LessonLinkProps) {
  const language = usePreference((state) => state.language);
  return (
    <a className={className} href={`#${lessonLink(lesson)}`} title={inLanguage(lesson.title, language)}>
      {children}
    </a>
  );
}
