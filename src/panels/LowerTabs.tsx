import * as Tabs from '@radix-ui/react-tabs';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { linkTabs, type LinkTab } from '../experiment/types';
import { useExperimentPart } from '../workbench/experimentStore';
import { showOnScreen, useScreen } from '../workbench/screenStore';
import { dataProblemOf } from '../workbench/subject';
import { DataTab } from './DataTab';
import { RuleTab } from './RuleTab';
import { TableTab } from './TableTab';

const SweepTab = lazy(() => import('./sweep/SweepTab'));
const CurvatureTab = lazy(() => import('./theory/CurvatureTab'));
const GradientTab = lazy(() => import('./gradient/GradientTab'));

const content = { rule: RuleTab, data: DataTab, table: TableTab, sweep: SweepTab, curvature: CurvatureTab, gradient: GradientTab } satisfies Readonly<Record<LinkTab, React.ElementType>>;

/** In the order in which they stand. */
const order: readonly LinkTab[] = ['rule', 'data', 'sweep', 'curvature', 'gradient', 'table'];

/** What is said about the selected run and this step, below the plots. */
export default function LowerTabs() {
  const t = useTranslations('tabs');
  const hasData = useExperimentPart(({ problem }) => dataProblemOf(problem) !== null);
  const chosen = useScreen((state) => state.tab);
  const tabs = order.filter((name) => name !== 'data' || hasData);
  const tab = tabs.includes(chosen) ? chosen : linkTabs[0];
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
        <Suspense fallback={<p className="lower-loading">{t('loading')}</p>}>
          <Content />
        </Suspense>
      </Tabs.Content>
    </Tabs.Root>
  );
}
