import { useId, type ReactNode } from 'react';
import { FailedSilently } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import { PlotDescription } from '../../plots/kit/parts/plotDescription';
import { PlotTools } from '../../plots/kit/parts/plotTools';
import { IsPlaying } from '../../plots/kit/parts/stepValue';
import { useFirstPictureShown } from '../../workbench/firstPicture';
import { useScreen } from '../../workbench/stores/screenStore';
import type { IdentifiedPlot, SummarizedPlot } from './summaries';

const Words = lazyWith<IdentifiedPlot>(() => import('./Words'), undefined, FailedSilently);
const Tools = lazyWith<SummarizedPlot>(() => import('./Tools'), undefined, FailedSilently);

/**
 * A plot for everyone: what it shows in words, as the description of its input area and as text beside it, and tools that show
 * these words with its numbers and play its curves.
 */
export function Described({ children, ...plot }: SummarizedPlot & { readonly children: ReactNode }) {
  const id = useId();
  const isPictureShown = useFirstPictureShown();
  const isPlaying = useScreen(({ playing }) => playing);
  return (
    <PlotDescription value={id}>
      <PlotTools value={isPictureShown && <Tools {...plot} />}>
        <IsPlaying value={isPlaying}>{children}</IsPlaying>
      </PlotTools>
      {isPictureShown && <Words {...plot} id={id} />}
    </PlotDescription>
  );
}
