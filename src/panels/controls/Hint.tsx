import { lazy, Suspense } from 'react';
import type { HintProps } from './HintBubble';

const HintBubble = lazy(() => import('./HintBubble'));

/** Explains its child on hover and focus, once the tooltip code has loaded; fingers press its `.setting-label`. */
export function Hint(props: HintProps) {
  return (
    <Suspense fallback={props.children}>
      <HintBubble {...props} />
    </Suspense>
  );
}
