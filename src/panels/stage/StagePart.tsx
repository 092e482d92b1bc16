import type { StagePlot } from '../../experiment';
import { lazyWith } from '../../late/lazyWith';
import { LossOrQuantityPlot } from '../figures/LossPanel';
import { DescribedPathPlot } from '../figures/PathPanel';

const LaterPart = lazyWith(() => import('./LaterPart'));

/** One of the things that stand on a stage. */
export function StagePart({ of }: { readonly of: StagePlot }) {
  if (of === 'path') return <DescribedPathPlot />;
  return of === 'loss' ? <LossOrQuantityPlot /> : <LaterPart of={of} />;
}
