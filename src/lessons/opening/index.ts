import { ownExperiment } from '../../experiment/core/ownExperiment';
import type { Stage } from '../../experiment/core/stage';
import type { LinkState } from '../../experiment/core/screenState';
import { adam } from './adam';
import { batches } from './batches';
import { bowl } from './bowl';
import { momentum } from './momentum';
import type { OpeningStop } from './types';
import { valley } from './valley';

export type { OpeningStop } from './types';

/** The stops of the opening, in their order. */
export const openingStops: readonly OpeningStop[] = [bowl, valley, momentum, batches, adam];

/** The opening as something that is done step by step, as lessons are. */
export const opening = { id: 'opening', steps: openingStops } as const;

/** The key of a stop's words in a stage, and so in links: `opening-1` is the first. */
const wordsOf = (index: number): string => `opening-${index + 1}`;

/** The stop whose words a stage has, or null. */
export function openingIndex({ words }: Stage): number | null {
  const index = openingStops.findIndex((_, i) => wordsOf(i) === words);
  return index < 0 ? null : index;
}

/** A stop's experiment on its stage, as a link carries it. */
export function openingState(index: number): LinkState {
  const stop = openingStops[index];
  if (!stop) throw new RangeError(`the opening has no stop ${index}`);
  const { experiment, lossScale, control } = stop;
  return {
    experiment: ownExperiment(experiment),
    lossScale,
    lossAxis: 'step',
    step: 0,
    stage: {
      plots: ['path', 'loss'],
      controls: [{ run: control.run, name: control.name }],
      movesStart: false,
      showsHints: true,
      words: wordsOf(index),
    },
  };
}
