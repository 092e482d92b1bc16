import * as Tabs from '@radix-ui/react-tabs';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { linkTabs, type LinkTab } from '../../experiment/core/types';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { showOnScreen, useScreen } from '../../workbench/stores/screenStore';
import { dataProblemOf } from '../../workbench/requests/subject';
import { DataTab } from './DataTab';
import { RuleTab } from './RuleTab';
import { TableTab } from './TableTab';
import { useMediaQuery } from '../shared/useMediaQuery';
import './lowerTabs.css';
import '../controls/lists/segments.css';

const SweepTab = lazy(() => import('./sweep/SweepTab'));
const CurvatureTab = lazy(() => import('../theory/CurvatureTab'));
const SmallSweep = lazy(() => import('./sweep/SmallSweep'));
const GradientTab = lazy(() => import('./gradient/GradientTab'));

const content = {
  rule: RuleTab,
  data: DataTab,
  table: TableTab,
  sweep: SweepTab,
  curvature: CurvatureTab,
  gradient: GradientTab,
} satisfies Readonly<Record<LinkTab, React.ElementType>>;

/** In the order in which they stand. */
const order: readonly LinkTab[] = ['rule', 'data', 'sweep', 'curvature', 'gradient', 'table'];

/** Below this the rule's formulas need the whole width. */
const ROOM = '(min-width: 1200px) and (min-height: 700px)';

/** These leave room for a small sweep beside them. */
const narrow: ReadonlySet<LinkTab> = new Set(['rule', 'table']);

/** What is said about the selected run and this step, below the plots. */
export default function LowerTabs() {
  const t = useTranslations('tabs');
  const hasFit = useExperimentPart(({ problem }) => (dataProblemOf(problem)?.target ?? 'none') !== 'none');
  const chosen = useScreen((state) => state.tab);
  const tabs = order.filter((name) => name !== 'data' || hasFit);
  const tab = tabs.includes(chosen) ? chosen : linkTabs[0];
  const Content = content[tab];
  const hasRoom = useMediaQuery(ROOM);
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
      <div className="lower-row">
        <Tabs.Content className="tab-content" value={tab} tabIndex={-1}>
          <Suspense fallback={<p className="lower-loading">{t('loading')}</p>}>
            <Content />
          </Suspense>
        </Tabs.Content>
        {hasRoom && narrow.has(tab) && (
          <Suspense fallback={null}>
            <SmallSweep />
          </Suspense>
        )}
      </div>
    </Tabs.Root>
  );
}
