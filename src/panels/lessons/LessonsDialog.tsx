import { useTranslations } from 'use-intl';
import { chapters, lessonLink, lessons, type Chapter } from '../../lessons';
import { usePreference } from '../../workbench/stores/preferences';
import { DialogShell, type DialogProps } from '../controls/DialogShell';
import { withLateMessages } from '../late/LateMessages';
import './lessonsDialog.css';

function ChapterList({ chapter, onChoose }: { readonly chapter: Chapter; readonly onChoose: () => void }) {
  const t = useTranslations('lessons');
  const language = usePreference((state) => state.language);
  const own = lessons.filter((lesson) => lesson.chapter === chapter);
  if (own.length === 0) return null;
  return (
    <section className="lesson-chapter">
      <h3>{t(`chapter.${chapter}`)}</h3>
      <ul>
        {own.map((lesson) => (
          <li key={lesson.id}>
            {/* An ordinary link, which can be copied and opened in another tab. */}
            <a href={`#${lessonLink(lesson)}`} onClick={onChoose}>
              {lesson.title[language]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** All prepared experiments by chapter, each a link. */
export default withLateMessages(function LessonsDialog(props: DialogProps) {
  const t = useTranslations('lessons');
  return (
    <DialogShell {...props} className="lessons-dialog" title={t('title')} about={t('about')}>
      <div className="lessons-list">
        {chapters.map((chapter) => (
          <ChapterList key={chapter} chapter={chapter} onChoose={props.onClose} />
        ))}
      </div>
    </DialogShell>
  );
});
