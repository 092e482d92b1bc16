import { useTranslations } from 'use-intl';
import { LanguageButton } from '../header/LanguageButton';
import { LessonsButton } from '../header/LessonsButton';
import { QuestionsButton } from '../header/QuestionsButton';
import { ThemeButton } from '../header/ThemeButton';
import { useProblemName } from '../shared/problemName';
import { leaveStage } from './leaveStage';

/**
 * The page's name, and the ways out of the stage.
 * @param namesProblem whether it says what is shown, as the opening's own words do
 */
export function StageHeader({ namesProblem }: { readonly namesProblem: boolean }) {
  const t = useTranslations();
  const problem = useProblemName();
  return (
    <header className="stage-header">
      <h1 className="wordmark">
        <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" />
        <span>{t('app.name')}</span>
      </h1>
      {namesProblem && <span className="stage-problem">{problem}</span>}
      <div className="header-tools">
        <LessonsButton />
        <QuestionsButton />
        <LanguageButton />
        <ThemeButton />
      </div>
      <button type="button" className="button button-strong stage-out" onClick={leaveStage}>
        {t('stage.workbench')}
      </button>
    </header>
  );
}
