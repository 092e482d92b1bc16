import * as Tabs from '@radix-ui/react-tabs';
import type { ComponentType } from 'react';
import { useTranslations } from 'use-intl';
import { lowerTabs, type LowerTab } from '../../experiment/core/types';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { matricesOf } from '../../workbench/requests/matrices';
import { dataProblemOf } from '../../workbench/requests/problem';
import { DataTab } from './DataTab';
import { RuleTab } from './RuleTab';
import { TableTab } from './TableTab';
import { PartBoundary } from '../../late/PartBoundary';
import { lazyWith } from '../../late/lazyWith';
import { withLateMessages } from '../late/LateMessages';
import { LoadingText } from '../shared/LoadingText';
import { useMediaQuery } from '../shared/useMediaQuery';
import './lowerTabs.css';
import '../controls/lists/segments.css';

interface Tab {
  readonly Content: ComponentType;
  /** Whether the tab exists only for a model that is fitted to data. */
  readonly needsFit?: boolean;
  /** Whether the tab exists only for parameters that form a matrix. */
  readonly needsMatrix?: boolean;
  /** Whether a small sweep is shown beside the tab if there is room. */
  readonly isNarrow?: boolean;
}

/** Every tab, in the order in which they are shown. */
const tabs: Readonly<Record<LowerTab, Tab>> = {
  rule: { Content: RuleTab, isNarrow: true },
  data: { Content: DataTab, needsFit: true },
  sweep: { Content: lazyWith(() => import('./sweep/SweepTab'), LoadingText) },
  finder: { Content: lazyWith(() => import('./finder/FinderTab'), LoadingText) },
  tune: { Content: lazyWith(() => import('./tuning/TuningTab'), LoadingText) },
  curvature: { Content: lazyWith(() => import('../theory/CurvatureTab'), LoadingText) },
  gradient: { Content: lazyWith(() => import('./gradient/GradientTab'), LoadingText) },
  singular: { Content: lazyWith(() => import('./singular/SingularTab'), LoadingText), needsMatrix: true },
  table: { Content: TableTab },
};

const isTab = (name: string): name is LowerTab => Object.hasOwn(tabs, name);
const tabNames = Object.keys(tabs).filter(isTab);

const SmallSweep = lazyWith(
  () => import('./sweep/SmallSweep'),
  () => <div className="small-sweep" />,
);

/** In narrower windows the rule's formulas need the whole width. */
const ROOM = '(min-width: 1200px) and (min-height: 700px)';

/** The tabs below the plots, which show the selected run and the current step in detail. */
export default withLateMessages(function LowerTabs() {
  const app = useTranslations('app');
  const t = useTranslations('tabs');
  const hasFit = useExperimentPart(({ problem }) => (dataProblemOf(problem)?.target ?? 'none') !== 'none');
  const hasMatrix = useExperimentPart(({ problem }) => matricesOf(problem).length > 0);
  const chosen = useScreen((state) => state.tab);
  const names = tabNames.filter((name) => (hasFit || !tabs[name].needsFit) && (hasMatrix || !tabs[name].needsMatrix));
  const tab = names.includes(chosen) ? chosen : lowerTabs[0];
  const { Content, isNarrow = false } = tabs[tab];
  const hasRoom = useMediaQuery(ROOM);
  const choose = (value: string) => {
    if (isTab(value)) setScreen({ tab: value });
  };
  return (
    <Tabs.Root className="tabs" value={tab} onValueChange={choose}>
      <Tabs.List className="tab-list" aria-label={app('lower')}>
        {names.map((name) => (
          <Tabs.Trigger key={name} value={name} className="segment" data-text={t(name)} data-tip={t(`about.${name}`)}>
            {t(name)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <div className="lower-row">
        <Tabs.Content className="tab-content" value={tab} tabIndex={0}>
          {/* By its key another tab is not taken for the one that failed. */}
          <PartBoundary key={tab}>
            <Content />
          </PartBoundary>
        </Tabs.Content>
        {hasRoom && isNarrow && <SmallSweep />}
      </div>
    </Tabs.Root>
  );
});
