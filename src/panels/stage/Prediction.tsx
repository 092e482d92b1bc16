import { useEffect, useId, type MouseEvent } from 'react';
import { useTranslations } from 'use-intl';
import { usePreference } from '../../workbench/stores/preferences';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import type { OpeningStop } from '../../lessons/opening';
import { inLanguage } from '../../language';
import { keepGuess, noteTrial, useGuess } from './guesses';
import { moveStageControl, stageValueOf } from './stageControl';

/**
 * A question about what will happen: the user answers, moves the control to the value that the question names, and is told
 * what happens there.
 */
export function Prediction({ stop }: { readonly stop: OpeningStop }) {
  const language = usePreference((state) => state.language);
  const heading = useId();
  const { guess, isTried } = useGuess(stop);
  const { question } = stop;
  return (
    <section className="stage-question" aria-labelledby={heading} onClick={bringAnswerInSight}>
      <h3 id={heading}>{inLanguage(question.text, language)}</h3>
      <div className="stage-answers">
        {question.answers.map(({ text }, i) => (
          <button
            key={i}
            type="button"
            className="button stage-answer"
            aria-pressed={guess === i}
            data-right={isTried && i === question.right}
            onClick={() => keepGuess(stop, i)}
          >
            {inLanguage(text, language)}
          </button>
        ))}
      </div>
      {guess !== null && <Verdict stop={stop} guess={guess} />}
    </section>
  );
}

/** Where the page scrolls, as on a phone, what is said after a press may be below the window. */
const bringAnswerInSight = ({ currentTarget }: MouseEvent) =>
  requestAnimationFrame(() => currentTarget.lastElementChild?.scrollIntoView({ block: 'nearest' }));

function Verdict({ stop, guess }: { readonly stop: OpeningStop; readonly guess: number }) {
  const t = useTranslations('stage');
  const language = usePreference((state) => state.language);
  const { isTried, isThere, wasAtValue } = useTrial(stop);
  const { question, control } = stop;
  const value = String(question.at);
  const answer = inLanguage(question.answers[question.right]?.text, language) ?? '';
  const where = inLanguage(question.where, language) ?? t('at', { name: inLanguage(control.label, language), value });
  const move = () => moveStageControl(control, question.at, true);
  return (
    <div role="status">
      {isTried ? (
        <p className="stage-verdict" data-right={guess === question.right}>
          <strong>{t(guess === question.right ? 'right' : 'wrong', { where, answer })}</strong>{' '}
          {inLanguage(question.because, language)}{' '}
          {!isThere && (
            <>
              {t('elsewhere')}{' '}
              <button type="button" className="more" onClick={move}>
                {t(wasAtValue ? 'backTo' : 'moveTo', { value })}
              </button>
            </>
          )}
        </p>
      ) : (
        <p className="stage-try">
          {t('try', { name: inLanguage(control.label, language), value })}{' '}
          <button type="button" className="more" onClick={move}>
            {t('tryForMe')}
          </button>
        </p>
      )}
    </div>
  );
}

/**
 * Whether the control stands where what the question asks about can be seen, whether it has stood there, and whether at the
 * very value that the question names. A hand that passes between two frames has not seen it.
 */
function useTrial(stop: OpeningStop): {
  readonly isTried: boolean;
  readonly isThere: boolean;
  readonly wasAtValue: boolean;
} {
  const {
    control,
    question: { seen },
  } = stop;
  const value = useExperimentPart(({ runs }) => stageValueOf(runs[control.run], control.name));
  const { isTried, wasAtValue } = useGuess(stop);
  const isThere = value >= seen[0] && value <= seen[1];
  useEffect(() => {
    if (isThere) noteTrial(stop, value);
  }, [isThere, stop, value]);
  return { isTried: isThere || isTried, isThere, wasAtValue };
}
