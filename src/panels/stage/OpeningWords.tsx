import { useTranslations } from 'use-intl';
import { opening, openingStops, type OpeningStop } from '../../lessons/opening';
import { openOpening } from '../../workbench/edits/opening';
import { finishStep } from '../../workbench/lessons/progress';
import { usePreference } from '../../workbench/stores/preferences';
import { inLanguage } from '../../language';
import { leaveStage } from './leaveStage';
import { Prediction } from './Prediction';

interface StopProps {
  readonly stop: OpeningStop;
  readonly index: number;
}

/** Where one is in the opening, and what the stop is about. */
export function OpeningIntro({ stop, index }: StopProps) {
  const language = usePreference((state) => state.language);
  return (
    <>
      <Progress index={index} />
      <h2 className="stage-title">{inLanguage(stop.title, language)}</h2>
      <p className="stage-text">{inLanguage(stop.text, language)}</p>
    </>
  );
}

/** The stop's prediction, and the way on. */
export function OpeningQuestion({ stop, index }: StopProps) {
  return (
    <>
      <Prediction stop={stop} />
      <Ways index={index} />
    </>
  );
}

function Progress({ index }: { readonly index: number }) {
  const t = useTranslations('stage');
  return (
    <p className="stage-progress">
      {openingStops.map((_, i) => (
        <span key={i} className="stage-dash" data-reached={i <= index} aria-hidden="true" />
      ))}
      <span>{t('progress', { number: index + 1, count: openingStops.length })}</span>
    </p>
  );
}

function Ways({ index }: { readonly index: number }) {
  const t = useTranslations('stage');
  const language = usePreference((state) => state.language);
  const next = openingStops[index + 1];
  const goOn = () => {
    if (!next) return leaveStage();
    finishStep(opening, index);
    openOpening(index + 1);
  };
  return (
    <div className="stage-ways">
      {index > 0 && (
        <button type="button" className="button" onClick={() => openOpening(index - 1)}>
          {t('back')}
        </button>
      )}
      <button type="button" className="button button-strong" onClick={goOn}>
        {next ? t('next', { title: inLanguage(next.title, language) }) : t('workbench')}
      </button>
    </div>
  );
}
