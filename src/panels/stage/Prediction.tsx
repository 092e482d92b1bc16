import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePreference } from '../../workbench/stores/preferences';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import type { OpeningStop } from '../../lessons/opening';
import { moveStageControl, stageValueOf } from './stageControl';

/**
 * A question about what will happen: the user answers, moves the control to the value that the question names, and is told
 * what happens there.
 */
export function Prediction({ stop }: { readonly stop: OpeningStop }) {
  const language = usePreference((state) => state.language);
  const heading = useId();
  const [guess, setGuess] = useState<number | null>(null);
  const { question } = stop;
  return (
    <section className="stage-question" aria-labelledby={heading}>
      <h3 id={heading}>{question.text[language]}</h3>
      <div className="stage-answers">
        {question.answers.map(({ text }, i) => (
          <button
            key={i}
            type="button"
            className="button stage-answer"
            aria-pressed={guess === i}
            onClick={() => setGuess(i)}
          >
            {text[language]}
          </button>
        ))}
      </div>
      {guess !== null && <Verdict stop={stop} guess={guess} />}
    </section>
  );
}

function Verdict({ stop, guess }: { readonly stop: OpeningStop; readonly guess: number }) {
  const t = useTranslations('stage');
  const language = usePreference((state) => state.language);
  const isTried = useIsTried(stop);
  const { question, control } = stop;
  const right = question.answers[question.right]?.text[language] ?? '';
  return (
    <div role="status">
      {isTried ? (
        <p className="stage-verdict" data-right={guess === question.right}>
          <strong>{guess === question.right ? t('right') : t('wrong', { answer: right })}</strong>{' '}
          {question.because[language]}
        </p>
      ) : (
        <p className="stage-try">
          {t('try', { name: control.label[language], value: String(question.at) })}{' '}
          <button type="button" className="more" onClick={() => moveStageControl(control, question.at, true)}>
            {t('tryForMe')}
          </button>
        </p>
      )}
    </div>
  );
}

/** Whether the control has stood where what the question asks about can be seen, or passed it. */
function useIsTried({ control, question: { seen } }: OpeningStop): boolean {
  const value = useExperimentPart(({ runs }) => stageValueOf(runs[control.run], control.name));
  const [last, setLast] = useState(value);
  const [isTried, setTried] = useState(false);
  if (value !== last) {
    setLast(value);
    // A hand that moves fast leaves out the values between two frames.
    if (Math.max(last, value) >= seen[0] && Math.min(last, value) <= seen[1]) setTried(true);
  }
  return isTried || (value >= seen[0] && value <= seen[1]);
}
