import * as Tabs from '@radix-ui/react-tabs';
import { useTranslations } from 'use-intl';
import { useExperiment } from '../workbench/experimentStore';
import { showOnScreen, useScreen, type LowerTab } from '../workbench/screenStore';
import { dataProblemOf } from '../workbench/subject';
import { DataTab } from './DataTab';
import { RuleTab } from './RuleTab';
import { TableTab } from './TableTab';

const content: Readonly<Record<LowerTab, () => React.JSX.Element | null>> = { rule: RuleTab, data: DataTab, table: TableTab };

/** What is said about the selected run and this step, below the plots. */
export default function LowerTabs() {
  const t = useTranslations('tabs');
  const { problem } = useExperiment();
  const chosen = useScreen((state) => state.tab);
  const tabs: readonly LowerTab[] = dataProblemOf(problem) ? ['rule', 'data', 'table'] : ['rule', 'table'];
  const tab = tabs.includes(chosen) ? chosen : 'rule';
  const Content = content[tab];
  const choose = (value: string) => {
    const next = tabs.find((candidate) => candidate === value);
    if (next) showOnScreen({ tab: next });
  };
  return (
    <Tabs.Root className="tabs" value={tab} onValueChange={choose}>
      <Tabs.List className="tab-list" aria-label={t('label')}>
        {tabs.map((name) => (
          <Tabs.Trigger key={name} value={name} className="segment" data-text={t(name)}>
            {t(name)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content className="tab-content" value={tab} tabIndex={-1}>
        <Content />
      </Tabs.Content>
    </Tabs.Root>
  );
}
