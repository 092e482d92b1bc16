import type { ComponentType } from 'react';
import type { StagePlot } from '../../experiment';
import { lazyWith } from '../../late/lazyWith';
import { useScreen } from '../../workbench/stores/screenStore';
import { RunsLossPlot } from '../figures/LossPanel';
import { RunsPathPlot } from '../figures/PathPanel';

const QuantityPlot = lazyWith(() => import('../figures/QuantityPlot'));

/** The quantity along the steps that the screen shows, which is the loss unless another was chosen. */
function QuantityOrLoss() {
  const isLoss = useScreen(({ plot }) => plot.quantity === 'loss');
  return isLoss ? <RunsLossPlot /> : <QuantityPlot />;
}

const parts: Readonly<Record<StagePlot, ComponentType>> = {
  path: RunsPathPlot,
  loss: QuantityOrLoss,
  data: lazyWith(() => import('../tabs/DataTab').then(({ DataTab }) => ({ default: DataTab }))),
  sweep: lazyWith(() => import('../tabs/sweep/SweepOnStage')),
  curvature: lazyWith(() => import('../theory/CurvatureTab')),
  rule: lazyWith(() => import('../tabs/RuleTab').then(({ RuleTab }) => ({ default: RuleTab }))),
};

/** One of the things that stand on a stage. */
export function StagePart({ of }: { readonly of: StagePlot }) {
  const Part = parts[of];
  return <Part />;
}
