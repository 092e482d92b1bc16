import { useId, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ProblemChoice } from '../../experiment/core/types';
import { findQuestion, questionLink, questionState, type Question } from '../../questions';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { setScreen } from '../../workbench/stores/screenStore';
import { inLanguage } from '../../language';
import { DismissButton } from '../controls/DismissButton';
import { withLateMessages } from '../late/LateMessages';
import { LessonOf } from './Answer';
import './questionCard.css';

const dismiss = () => setScreen({ question: null });

/** The answer to the question whose experiment was opened. */
export default withLateMessages(function QuestionCard({ id }: { readonly id: string }) {
  const question = findQuestion(id);
  return question ? <KnownQuestion question={question} /> : <UnknownQuestion id={id} />;
});

function UnknownQuestion({ id }: { readonly id: string }) {
  const t = useTranslations('questions');
  return (
    <div className="notice" role="status">
      <p>{t('unknown', { id })}</p>
      <DismissButton onClick={dismiss} />
    </div>
  );
}

/** What identifies a problem apart from its settings: its id, or the typed loss. */
const nameOf = (problem: ProblemChoice): string => (problem.kind === 'custom' ? problem.loss : problem.id);

/** The answer stays while settings change, but not beside another problem. */
function KnownQuestion({ question }: { readonly question: Question }) {
  const {
    experiment: { problem },
  } = useMemo(() => questionState(question), [question]);
  const isShown = useExperimentPart((shown) => nameOf(shown.problem) === nameOf(problem));
  return isShown ? <AnswerCard question={question} /> : <OtherProblem question={question} />;
}

function OtherProblem({ question }: { readonly question: Question }) {
  const t = useTranslations('questions');
  const language = usePreference((state) => state.language);
  return (
    <div className="question-card" role="status">
      <p>{t('elsewhere', { question: inLanguage(question.question, language) })}</p>
      <span className="question-card-tools">
        <a className="button" href={`#${questionLink(question)}`}>
          {t('open')}
        </a>
        <DismissButton onClick={dismiss} />
      </span>
    </div>
  );
}

function AnswerCard({ question }: { readonly question: Question }) {
  const heading = useId();
  const language = usePreference((state) => state.language);
  return (
    <section className="question-card" aria-labelledby={heading}>
      <h2 id={heading}>{inLanguage(question.question, language)}</h2>
      <p>{inLanguage(question.answer, language)}</p>
      <span className="question-card-tools">
        <LessonOf question={question} />
        <DismissButton onClick={dismiss} />
      </span>
    </section>
  );
}
