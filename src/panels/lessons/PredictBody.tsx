import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { PredictStep } from '../../lessons';
import { giveAnswer } from '../../workbench/lessons/steps';
import { useLesson } from '../../workbench/lessons/lessonStore';
import { usePreference } from '../../workbench/stores/preferences';
import { inLanguage } from '../../language';
import { RunOutcomes } from './RunOutcomes';

interface PredictBodyProps {
  readonly step: PredictStep;
  readonly index: number;
}

/** A question with its answers. Once the runs have played, it says which one they bear out, and why. */
export function PredictBody({ step, index }: PredictBodyProps) {
  const t = useTranslations('lessons');
  const question = useId();
  const language = usePreference((state) => state.language);
  const answer = useLesson(({ answers }) => answers[index]);
  const verdict = useLesson(({ verdicts }) => verdicts[index]);
  return (
    <div className="lesson-body">
      <div className="lesson-words">
        <p id={question} className={verdict === undefined ? '' : 'visually-hidden'}>
          {inLanguage(step.question, language)}
        </p>
        <div role="status">
          {verdict !== undefined && (
            <p>
              {answer !== undefined && (
                <strong data-mood={answer === verdict ? 'good' : 'bad'}>
                  {t(answer === verdict ? 'right' : 'wrong')}
                </strong>
              )}{' '}
              {inLanguage(step.because, language)}
            </p>
          )}
        </div>
        <RunOutcomes />
      </div>
      <div className="lesson-side">
        <ul className="lesson-answers" aria-labelledby={question}>
          {step.answers.map(({ text }, i) => (
            <li key={i}>
              <AnswerButton text={inLanguage(text, language)} number={i} answer={answer} verdict={verdict} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface AnswerButtonProps {
  readonly text: string;
  readonly number: number;
  readonly answer: number | undefined;
  readonly verdict: number | undefined;
}

function AnswerButton({ text, number, answer, verdict }: AnswerButtonProps) {
  const t = useTranslations('lessons');
  const isChosen = answer === number;
  const isRight = verdict === number;
  return (
    <button
      type="button"
      className="button lesson-answer"
      // Not disabled: the focus stays where it is.
      aria-disabled={answer !== undefined}
      aria-pressed={isChosen}
      data-right={isRight || undefined}
      data-wrong={(isChosen && verdict !== undefined && !isRight) || undefined}
      onClick={() => giveAnswer(number)}
    >
      {text}
      {isRight && <span aria-hidden="true"> ✓</span>}
      {isChosen && verdict !== undefined && !isRight && <span aria-hidden="true"> ✗</span>}
      {isRight && <span className="visually-hidden">{t('rightAnswer')}</span>}
    </button>
  );
}
