import { FailedSilently } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import type { HintProps } from './HintBubble';

/** Explains its child on hover and, except in fields to type in, on focus; on a touch screen, when its `.setting-label` is pressed. */
export const Hint = lazyWith<HintProps>(
  () => import('./HintBubble'),
  ({ children }) => children,
  FailedSilently,
);
