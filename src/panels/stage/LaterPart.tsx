import type { ComponentType } from 'react';
import type { StagePlot } from '../../experiment';
import { lazyWith } from '../../late/lazyWith';
import { withLateMessages } from '../late/LateMessages';
import { DataTab } from '../tabs/DataTab';
import { RuleTab } from '../tabs/RuleTab';

type LaterPlot = Exclude<StagePlot, 'path' | 'loss'>;

const parts: Readonly<Record<LaterPlot, ComponentType>> = {
  data: DataTab,
  sweep: lazyWith(() => import('../tabs/sweep/SweepOnStage')),
  curvature: lazyWith(() => import('../theory/CurvatureTab')),
  rule: RuleTab,
};

/** What stands on a stage and is not needed for the first picture. */
export default withLateMessages(function LaterPart({ of }: { readonly of: LaterPlot }) {
  const Part = parts[of];
  return <Part />;
});
