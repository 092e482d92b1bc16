import { useId, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ProblemChoice } from '../../experiment/core/types';
import { findLesson, lessonLink, lessons, lessonState, type Lesson } from '../../lessons';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { setScreen } from '../../workbench/stores/screenStore';
import { DismissButton } from '../controls/DismissButton';
import { withLateMessages } from '../late/LateMessages';
import './lessonCard.css';

const dismiss = () => setScreen({ lesson: null });

/** The text of the open lesson. */
export default withLateMessages(function LessonCard({ id }: { readonly id: string }) {
  const lesson = findLesson(id);
  return lesson ? <KnownLesson lesson={lesson} /> : <UnknownLesson id={id} />;
});

function UnknownLesson({ id }: { readonly id: string }) {
  const t = useTranslations('lessons');
  return (
    <div className="notice" role="status">
      <p>{t('unknown', { id })}</p>
      <DismissButton onClick={dismiss} />
    </div>
  );
}

/** The text stays while settings change. If the problem is no longer the lesson's, a note offers to open the lesson again. */
function KnownLesson({ lesson }: { readonly lesson: Lesson }) {
  const {
    experiment: { problem },
  } = useMemo(() => lessonState(lesson), [lesson]);
  const isShown = useExperimentPart((shown) => nameOf(shown.problem) === nameOf(problem));
  return isShown ? <Lines lesson={lesson} /> : <OtherProblemNote lesson={lesson} />;
}

/** What identifies a problem apart from its settings: its id, or the typed loss. */
const nameOf = (problem: ProblemChoice): string => (problem.kind === 'custom' ? problem.loss : problem.id);

function OtherProblemNote({ lesson }: { readonly lesson: Lesson }) {
  const t = useTranslations('lessons');
  const language = usePreference((state) => state.language);
  return (
    <div className="lesson" role="status">
      <p>{t('elsewhere', { title: lesson.title[language] })}</p>
      <span className="lesson-tools">
        <a className="button" href={`#${lessonLink(lesson)}`}>
          {t('open')}
        </a>
        <DismissButton onClick={dismiss} />
      </span>
    </div>
  );
}

function Lines({ lesson }: { readonly lesson: Lesson }) {
  const t = useTranslations('lessons');
  const heading = useId();
  const language = usePreference((state) => state.language);
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
