import { useTranslations } from 'use-intl';
import { chapters, isMission, lessonLink, lessons, lessonsOf, type Chapter, type Lesson } from '../../lessons';
import { opening } from '../../lessons/opening';
import { clearProgress, finishedSteps, isFinished, useProgress } from '../../workbench/lessons/progress';
import { chapterPlaylist } from '../../workbench/present/makePlaylist';
import { startPresenting } from '../../workbench/present/startPresenting';
import { openOpening } from '../../workbench/edits/opening';
import { usePreference } from '../../workbench/stores/preferences';
import { inLanguage } from '../../language';
import { DialogShell, type DialogProps } from '../controls/DialogShell';
import { withLateMessages } from '../late/LateMessages';
import './lessonsDialog.css';

interface LessonRowProps {
  readonly lesson: Lesson;
  readonly onChoose: () => void;
}

function LessonRow({ lesson, onChoose }: LessonRowProps) {
  const t = useTranslations('lessons');
  const language = usePreference((state) => state.language);
  const progress = useProgress();
  const isDone = isFinished(progress, lesson);
  const count = finishedSteps(progress, lesson);
  return (
    <li>
      {/* An ordinary link, which can be copied and opened in another tab. */}
      <a className="lesson-row" href={`#${lessonLink(lesson)}`} onClick={onChoose}>
        <span className="lesson-tick" data-done={isDone || undefined} aria-hidden="true">
          {isDone ? '✓' : ''}
        </span>
        <span className="lesson-title">{inLanguage(lesson.title, language)}</span>
        {isMission(lesson) && <span className="lesson-mission">{t('mission')}</span>}
        <span className="soft lesson-about">{inLanguage(lesson.about, language)}</span>
        <span className="soft lesson-length">
          {isDone
            ? t('finished')
            : count > 0
              ? t('begun', { count, of: lesson.steps.length })
              : t('minutes', { minutes: lesson.minutes })}
        </span>
      </a>
    </li>
  );
}

/** The opening, which teaches what the lessons take for granted. */
function OpeningRow({ onChoose }: { readonly onChoose: () => void }) {
  const t = useTranslations('lessons');
  const isDone = isFinished(useProgress(), opening);
  const choose = () => {
    onChoose();
    openOpening(0);
  };
  return (
    <button type="button" className="lesson-row lesson-opening" onClick={choose}>
      <span className="lesson-tick" data-done={isDone || undefined} aria-hidden="true">
        {isDone ? '✓' : ''}
      </span>
      <span className="lesson-title">{t('opening')}</span>
      <span className="soft lesson-about">{t('openingAbout')}</span>
      <span className="soft lesson-length">{isDone ? t('finished') : t('minutes', { minutes: OPENING_MINUTES })}</span>
    </button>
  );
}

/** How long the opening takes, roughly. */
const OPENING_MINUTES = 3;

function ChapterList({ chapter, onChoose }: { readonly chapter: Chapter; readonly onChoose: () => void }) {
  const t = useTranslations('lessons');
  const words = useTranslations('present');
  const name = t(`chapter.${chapter}`);
  const presentIt = () => {
    onChoose();
    startPresenting(chapterPlaylist(chapter, name));
  };
  return (
    <section className="lesson-chapter">
      <div className="lesson-chapter-head">
        <h3>{name}</h3>
        <button type="button" className="more" aria-label={words('presentNamed', { name })} onClick={presentIt}>
          {words('presentChapter')}
        </button>
      </div>
      <ul>
        {lessonsOf(chapter).map((lesson) => (
          <LessonRow key={lesson.id} lesson={lesson} onChoose={onChoose} />
        ))}
      </ul>
    </section>
  );
}

/** How many lessons were finished on this device, and the button that forgets it. */
function ProgressLine() {
  const t = useTranslations('lessons');
  const progress = useProgress();
  const done = lessons.filter((lesson) => isFinished(progress, lesson)).length;
  return (
    <div className="lessons-progress">
      <span role="status">{t('progress', { done, of: lessons.length })}</span>
      <button type="button" className="button" disabled={Object.keys(progress).length === 0} onClick={clearProgress}>
        {t('clear')}
      </button>
    </div>
  );
}

/** All lessons by chapter, each a link. */
export default withLateMessages(function LessonsDialog(props: DialogProps) {
  const t = useTranslations('lessons');
  return (
    <DialogShell {...props} className="lessons-dialog" title={t('title')} about={t('about')}>
      <ProgressLine />
      <div className="lessons-list">
        <OpeningRow onChoose={props.onClose} />
        {chapters.map((chapter) => (
          <ChapterList key={chapter} chapter={chapter} onChoose={props.onClose} />
        ))}
      </div>
    </DialogShell>
  );
});
