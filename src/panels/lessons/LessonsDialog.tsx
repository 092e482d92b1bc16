import * as Dialog from '@radix-ui/react-dialog';
import { useTranslations } from 'use-intl';
import { chapters, lessonLink, lessons, type Chapter } from '../../lessons';
import { usePreference } from '../../workbench/preferences';
import { LaterWords } from '../LaterWords';
import './lessons.css';

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
            {/* A link like any other: it can be copied, and opened in a tab of its own. */}
            <a href={`#${lessonLink(lesson)}`} onClick={onChoose}>
              {lesson.title[language]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LessonsList({ onClose, opener }: { readonly onClose: () => void; readonly opener: () => HTMLElement | null }) {
  const t = useTranslations('lessons');
  const close = useTranslations('header')('close');
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-veil" />
        <Dialog.Content
          className="dialog lessons-dialog"
          onCloseAutoFocus={(event) => {
            // Opened by no trigger that the dialog knows, so it cannot know where the focus came from.
            event.preventDefault();
            opener()?.focus();
          }}
        >
          <Dialog.Title className="dialog-title">{t('title')}</Dialog.Title>
          <Dialog.Description className="lessons-about">{t('about')}</Dialog.Description>
          <div className="lessons-list">
            {chapters.map((chapter) => (
              <ChapterList key={chapter} chapter={chapter} onChoose={onClose} />
            ))}
          </div>
          <Dialog.Close className="button">{close}</Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** All prepared experiments by chapter, each a link. */
export default function LessonsDialog(props: { readonly onClose: () => void; readonly opener: () => HTMLElement | null }) {
  return (
    <LaterWords>
      <LessonsList {...props} />
    </LaterWords>
  );
}
