import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { usePreference } from '../../workbench/stores/preferences';
import type { OpeningStop } from '../../lessons/opening';
import { inLanguage } from '../../language';
import { lazyWith } from '../../late/lazyWith';
import { keepGuess, useGuess } from './guesses';
import { useVerdictWords } from './verdictWords';

const Verdict = lazyWith(() => import('./Verdict'));

/**
 * A question about what will happen: the user answers, moves the control to the value that the question names, and is told
 * what happens there.
 */
export function Prediction({ stop }: { readonly stop: OpeningStop }) {
  const language = usePreference((state) => state.language);
  const heading = useId();
  const { guess } = useGuess(stop);
  const { question } = stop;
  return (
    <section className="stage-question" aria-labelledby={heading}>
      <h3 id={heading}>{inLanguage(question.text, language)}</h3>
      <div className="stage-answers">
        {question.answers.map(({ text }, i) => (
          <button
            key={i}
            type="button"
            className="button stage-answer"
            aria-pressed={guess === i}
            onClick={() => keepGuess(stop, i)}
          >
            {inLanguage(text, language)}
          </button>
        ))}
      </div>
      <div className="stage-told">
        <Room stop={stop} />
        <div role="status">{guess !== null && <Verdict stop={stop} guess={guess} />}</div>
      </div>
    </section>
  );
}

/** The room of the longest verdict, kept from the beginning: an answer moves neither the way on nor the plot below it. */
function Room({ stop }: { readonly stop: OpeningStop }) {
  const t = useTranslations('stage');
  const { value, right, wrong, because } = useVerdictWords(stop);
  return (
    <p className="stage-verdict stage-room" aria-hidden="true">
      <strong data-words={right.length > wrong.length ? right : wrong} />{' '}
      <span data-words={`${because} ${t('elsewhere')}`} /> <span className="more" data-words={t('moveTo', { value })} />
    </p>
  );
}
