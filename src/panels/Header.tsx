import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { problems } from '../catalogue';
import type { ProblemChoice } from '../experiment/types';
import { expressionTex, parseExpression } from '../formula';
import { languages } from '../language';
import { useExperiment } from '../workbench/experimentStore';
import { prefer, usePreference } from '../workbench/preferences';
import { dataProblemOf, lossTextOf } from '../workbench/subject';
import { parametersOf } from '../experiment';
import { chooseCustom } from '../workbench/customLoss';
import { setProblem } from '../workbench/problemEdits';
import { Choice, type OptionGroup } from './controls/Choice';
import { EngineBadge } from './EngineBadge';
import { HistoryButtons } from './HistoryButtons';
import { ShareButton } from './ShareButton';
import { Tex } from './Tex';
import { ThemeButton } from './ThemeButton';

/** Stands for a typed loss among the ids of the catalogue, none of which is `custom`. */
const CUSTOM = 'custom';

function useProblemGroups(): OptionGroup[] {
  const t = useTranslations('header');
  const language = usePreference((state) => state.language);
  const optionsOf = (kind: 'function' | 'data') =>
    problems.filter((problem) => problem.kind === kind).map(({ id, name }) => ({ value: id, label: name[language] }));
  return [
    { label: t('data'), options: optionsOf('data') },
    { label: t('functions'), options: optionsOf('function') },
    { label: t('own'), options: [{ value: CUSTOM, label: t('custom') }] },
  ];
}

const valueOf = (choice: ProblemChoice): string => (choice.kind === 'custom' ? CUSTOM : choice.id);

function ProblemSelect({ choice }: { readonly choice: ProblemChoice }) {
  const t = useTranslations('header');
  const choose = (id: string) => (id === CUSTOM ? chooseCustom() : setProblem(id));
  return <Choice label={t('problem')} className="problem-select" value={valueOf(choice)} groups={useProblemGroups()} onChange={choose} />;
}

/** The loss as mathematics, its constants as letters; for data the mean over samples that it is. */
function texOf(choice: ProblemChoice): string {
  const loss = expressionTex(parseExpression(lossTextOf(choice)));
  const name = dataProblemOf(choice) ? 'L' : 'f';
  const parameters = parametersOf(choice).map((parameter) => expressionTex(parseExpression(parameter))).join(', ');
  return dataProblemOf(choice) ? `${name}(${parameters}) = \\tfrac{1}{n}\\textstyle\\sum_i ${loss}` : `${name}(${parameters}) = ${loss}`;
}

function LanguageButton() {
  const t = useTranslations('header');
  const language = usePreference((state) => state.language);
  const other = languages.find((candidate) => candidate !== language) ?? language;
  return (
    <button type="button" className="button language" lang={other} onClick={() => prefer({ language: other })}>
      {t('otherLanguage')}
    </button>
  );
}

export function Header() {
  const t = useTranslations('app');
  const { problem } = useExperiment();
  const title = t('name');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <header className="header">
      <h1 className="wordmark">
        <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" />
        {title}
      </h1>
      <ProblemSelect choice={problem} />
      <div className="header-formula">{problem.kind !== 'custom' && <Tex tex={texOf(problem)} plain={lossTextOf(problem)} />}</div>
      <div className="header-tools">
        <EngineBadge />
        <HistoryButtons />
        <LanguageButton />
        <ThemeButton />
        <ShareButton />
      </div>
    </header>
  );
}
