import * as Tabs from '@radix-ui/react-tabs';
import type { ComponentType } from 'react';
import { useTranslations } from 'use-intl';
import { linkTabs, type LinkTab } from '../../experiment/core/types';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { dataProblemOf } from '../../workbench/requests/problem';
import { DataTab } from './DataTab';
import { RuleTab } from './RuleTab';
import { TableTab } from './TableTab';
import { lazyWith } from '../late/lazyWith';
import { LoadingText } from '../shared/LoadingText';
import { useMediaQuery } from '../shared/useMediaQuery';
import './lowerTabs.css';
import '../controls/lists/segments.css';

interface Tab {
  readonly Content: ComponentType;
  /** Only for a model that is fitted to data. */
  readonly needsFit?: boolean;
  /** Whether it leaves room for a small sweep beside it. */
  readonly isNarrow?: boolean;
}

/** Every tab, in the order in which they stand. */
const tabs: Readonly<Record<LinkTab, Tab>> = {
  rule: { Content: RuleTab, isNarrow: true },
  data: { Content: DataTab, needsFit: true },
  sweep: { Content: lazyWith(() => import('./sweep/SweepTab'), LoadingText) },
  curvature: { Content: lazyWith(() => import('../theory/CurvatureTab'), LoadingText) },
  gradient: { Content: lazyWith(() => import('./gradient/GradientTab'), LoadingText) },
  table: { Content: TableTab, isNarrow: true },
};

const isTab = (name: string): name is LinkTab => Object.hasOwn(tabs, name);
const tabNames = Object.keys(tabs).filter(isTab);

const SmallSweep = lazyWith(() => import('./sweep/SmallSweep'));

/** Below this the rule's formulas need the whole width. */
const ROOM = '(min-width: 1200px) and (min-height: 700px)';

/** Below the plots: the selected run and the step shown, in detail. */
export default function LowerTabs() {
  const t = useTranslations('tabs');
  const hasFit = useExperimentPart(({ problem }) => (dataProblemOf(problem)?.target ?? 'none') !== 'none');
  const chosen = useScreen((state) => state.tab);
  const names = tabNames.filter((name) => hasFit || !tabs[name].needsFit);
  const tab = names.includes(chosen) ? chosen : linkTabs[0];
  const { Content, isNarrow = false } = tabs[tab];
  const hasRoom = useMediaQuery(ROOM);
  const choose = (value: string) => {
    if (isTab(value)) setScreen({ tab: value });
  };
  return (
    <Tabs.Root className="tabs" value={tab} onValueChange={choose}>
      <Tabs.List className="tab-list" aria-label={t('label')}>
        {names.map((name) => (
          <Tabs.Trigger key={name} value={name} className="segment" data-text={t(name)}>
            {t(name)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <div className="lower-row">
        <Tabs.Content className="tab-content" value={tab} tabIndex={-1}>
          <Content />
        </Tabs.Content>
        {hasRoom && isNarrow && <SmallSweep />}
      </div>
    </Tabs.Root>
  );
}
