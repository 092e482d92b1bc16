import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { problems } from '../../catalogue';
import type { ProblemChoice } from '../../experiment/core/types';
import { loadForAction } from '../../late/loadOnce';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { setCustom, setProblem } from '../../workbench/edits/edits';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { facts, inLanguage } from '../../language';
import { Choice } from '../controls/lists/Choice';
import type { OptionGroup } from '../controls/lists/options';
import { CodeButton } from './CodeButton';
import { EngineBadge } from './EngineBadge';
import { ExportButton } from './ExportButton';
import { HistoryButtons } from './HistoryButtons';
import { LanguageButton } from './LanguageButton';
import { LessonsButton } from './LessonsButton';
import { PresentButtons } from './PresentButtons';
import { QuestionsButton } from './QuestionsButton';
import { ProblemFormula } from '../problem/ProblemFormula';
import { ShareButton } from './ShareButton';
import { ThemeButton } from './ThemeButton';
import './header.css';

/** The option for a typed loss, among the ids of the catalogue; no problem has this id. */
const CUSTOM = 'custom';
/** The option for user data: choosing it opens the dialog and leaves the experiment as it is. */
const USER_DATA = 'own-data';

/** The name of a column that is too long for the list's button, and what fits. */
const LONG = /^(.{16}).+/u;

/** @param target what the user's own data call their target, which tells them from sampled data and from another file */
function useProblemGroups(shown: string, target: string | undefined): OptionGroup[] {
  const t = useTranslations('header');
  const language = usePreference((state) => state.language);
  const data = target && facts[language].colon + target.replace(LONG, '$1…');
  const optionsOf = (kind: 'function' | 'data') =>
    problems
      .filter((problem) => problem.kind === kind)
      .map(({ id, name }) => ({
        value: id,
        label: inLanguage(name, language) + (id === shown && data ? data : ''),
      }));
  return [
    // First, because a long list is cut at its end.
    {
      label: t('own'),
      options: [
        { value: CUSTOM, label: t('custom') },
        { value: USER_DATA, label: t('ownData') },
      ],
    },
    { label: t('data'), options: optionsOf('data') },
    { label: t('functions'), options: optionsOf('function') },
  ];
}

/** A typed loss while a lesson stands in the editor's place is none of the options, so that the editor can be chosen. */
function valueOf(choice: ProblemChoice, hasEditor: boolean): string {
  if (choice.kind !== 'custom') return choice.id;
  return hasEditor ? CUSTOM : choice.loss;
}

function ProblemSelect({
  choice,
  groups,
}: {
  readonly choice: ProblemChoice;
  readonly groups: readonly OptionGroup[];
}) {
  const t = useTranslations('header');
  const hasEditor = useScreen(({ lesson }) => lesson === null);
  const choose = (id: string) => {
    if (id === USER_DATA) setScreen({ userDataDialog: { file: null } });
    else if (id === CUSTOM) void setCustom();
    else setProblem(id);
  };
  return (
    <Choice
      label={t('problem')}
      className="problem-select"
      value={valueOf(choice, hasEditor)}
      groups={groups}
      onChange={choose}
    />
  );
}

const loadOpening = loadForAction(() => import('../../workbench/edits/opening'));

const showOpening = (): Promise<void> => loadOpening().then(({ openOpening }) => openOpening(0));

/** The problem, the engine, and the tools for the whole page. Memoised: it does not render while runs are edited. */
export const Header = memo(function Header() {
  const t = useTranslations('app');
  const problem = useExperimentPart((experiment) => experiment.problem);
  const groups = useProblemGroups(valueOf(problem, true), 'userData' in problem ? problem.userData?.names?.at(-1) : '');
  return (
    <header className="header">
      <h1 className="wordmark">
        <button type="button" className="wordmark-button" data-tip={t('opening')} onClick={() => void showOpening()}>
          <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" />
          <span className="wide-text">{t('name')}</span>
        </button>
      </h1>
      <ProblemSelect choice={problem} groups={groups} />
      <ProblemFormula choice={problem} className="wide-only" />
      <EngineBadge />
      <div className="header-tools">
        <LessonsButton />
        <QuestionsButton />
        <HistoryButtons />
        <PresentButtons />
        <LanguageButton />
        <ThemeButton />
      </div>
      <div className="button-pair">
        <ShareButton />
        <CodeButton />
        <ExportButton />
      </div>
    </header>
  );
});
