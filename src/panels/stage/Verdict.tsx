import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { OpeningStop } from '../../lessons/opening';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { noteTrial, useGuess } from './guesses';
import { moveStageControl, stageValueOf } from './stageControl';
import { useVerdictWords } from './verdictWords';

interface VerdictProps {
  readonly stop: OpeningStop;
  readonly guess: number;
}

/** Once the control has been where the answer can be seen, whether the guess was right, and why; before, the way there. */
export default function Verdict({ stop, guess }: VerdictProps) {
  const t = useTranslations('stage');
  const { isTried, isThere, wasAtValue } = useTrial(stop);
  const { name, value, right, wrong, because } = useVerdictWords(stop);
  const { question, control } = stop;
  const isRight = guess === question.right;
  const move = () => moveStageControl(control, question.at, true);
  return isTried ? (
    <p className="stage-verdict" data-right={isRight}>
      <strong>{isRight ? right : wrong}</strong> {because}{' '}
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
      {t('try', { name, value })}{' '}
      <button type="button" className="more" onClick={move}>
        {t('tryForMe')}
      </button>
    </p>
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
