import { FailedSilently } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';

/** The mark of the stability edge on the slider of a rate, which loads later; the slider works without it. */
export const EdgeMark = lazyWith(() => import('./LrEdge'), undefined, FailedSilently);
