import { useId, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ProblemChoice } from '../../experiment/core/types';
import { findLesson, lessonLink, lessonState, type Lesson } from '../../lessons';
import { useLesson } from '../../workbench/lessons/lessonStore';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { setScreen } from '../../workbench/stores/screenStore';
import { inLanguage } from '../../language';
import { DismissButton } from '../controls/DismissButton';
import { lazyWith } from '../../late/lazyWith';
import { withLateMessages } from '../late/LateMessages';
import { LessonNavigation } from './LessonNavigation';
import { LessonStepBody } from './LessonStepBody';
import { PlayControls } from './PlayControls';
import { StepDots } from './StepDots';
import { useCardInSight } from './useCardInSight';
import { useOpenLesson } from './useOpenLesson';
import './lessonCard.css';

const CustomLoss = lazyWith(() => import('../problem/CustomLoss'));

const dismiss = () => setScreen({ lesson: null });

/** The open lesson, one step at a time. */
export default withLateMessages(function LessonCard({ id }: { readonly id: string }) {
  const lesson = findLesson(id);
  return lesson ? (
    <KnownLesson lesson={lesson} />
  ) : (
    <>
      <UnknownLesson id={id} />
      <Editor />
    </>
  );
});

/** The formula of a typed loss: no card of a lesson about it needs its room. */
function Editor() {
  const problem = useExperimentPart((shown) => shown.problem);
  return problem.kind === 'custom' && <CustomLoss choice={problem} />;
}

function UnknownLesson({ id }: { readonly id: string }) {
  const t = useTranslations('lessons');
  return (
    <div className="notice" role="status">
      <p>{t('unknown', { id })}</p>
      <DismissButton onClick={dismiss} />
    </div>
  );
}

/** The card stays while settings change. If the problem is no longer the lesson's, a note offers to open the lesson again. */
function KnownLesson({ lesson }: { readonly lesson: Lesson }) {
  useOpenLesson(lesson);
  const {
    experiment: { problem },
  } = useMemo(() => lessonState(lesson), [lesson]);
  const isShown = useExperimentPart((shown) => nameOf(shown.problem) === nameOf(problem));
  return isShown ? (
    <OpenLesson lesson={lesson} />
  ) : (
    <>
      <OtherProblemNote lesson={lesson} />
      <Editor />
    </>
  );
}

/** What identifies a problem apart from its settings: its id, or the typed loss. */
const nameOf = (problem: ProblemChoice): string => (problem.kind === 'custom' ? problem.loss : problem.id);

function OtherProblemNote({ lesson }: { readonly lesson: Lesson }) {
  const t = useTranslations('lessons');
  const language = usePreference((state) => state.language);
  return (
    <div className="lesson-elsewhere" role="status">
      <p>{t('elsewhere', { title: inLanguage(lesson.title, language) })}</p>
      <span className="lesson-buttons">
        <a className="button" href={`#${lessonLink(lesson)}`}>
          {t('open')}
        </a>
        <DismissButton onClick={dismiss} />
      </span>
    </div>
  );
}

function OpenLesson({ lesson }: { readonly lesson: Lesson }) {
  const t = useTranslations('lessons');
  const heading = useId();
  const language = usePreference((state) => state.language);
  const index = useLesson((state) => state.index);
  const step = lesson.steps[index];
  const card = useCardInSight(step);
  if (!step) return null;
  return (
    <section ref={card} className="lesson" data-step={step.kind} aria-labelledby={heading}>
      <div className="lesson-head">
        <h2 id={heading}>{inLanguage(lesson.title, language)}</h2>
        <StepDots count={lesson.steps.length} index={index} />
        <span className="soft lesson-minutes">{t('minutes', { minutes: lesson.minutes })}</span>
        <PlayControls />
        <LessonNavigation lesson={lesson} index={index} />
        <span className="lesson-dismiss">
          <DismissButton onClick={dismiss} />
        </span>
      </div>
      <LessonStepBody key={index} lesson={lesson} step={step} index={index} />
    </section>
  );
}
