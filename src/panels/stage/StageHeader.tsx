import { useTranslations } from 'use-intl';
import { openWorkbench } from '../../workbench/edits/stage';
import { LanguageButton } from '../header/LanguageButton';
import { LessonsButton } from '../header/LessonsButton';
import { QuestionsButton } from '../header/QuestionsButton';
import { ThemeButton } from '../header/ThemeButton';

/** The page's name, and the ways out of the stage. */
export function StageHeader() {
  const t = useTranslations();
  return (
    <header className="stage-header">
      <h1 className="wordmark">
        <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" />
        <span>{t('app.name')}</span>
      </h1>
      <div className="header-tools">
        <LessonsButton />
        <QuestionsButton />
        <LanguageButton />
        <ThemeButton />
      </div>
      <button type="button" className="button button-strong stage-out" onClick={openWorkbench}>
        {t('stage.workbench')}
      </button>
    </header>
  );
}
