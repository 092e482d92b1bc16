import { lazy, Suspense, type ReactElement } from 'react';

export interface HintProps {
  /** What is explained, where its name is not in sight. */
  readonly title?: string | undefined;
  /** The sentence shown. */
  readonly text: string;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  /** One element that takes a ref and pointer events; the hint also opens when focus is inside it. */
  readonly children: ReactElement;
}

const HintBubble = lazy(() => import('./HintBubble'));

/** Explains its child on hover and focus, once the tooltip code has loaded; fingers press its `.setting-label`. */
export function Hint(props: HintProps) {
  return (
    <Suspense fallback={props.children}>
      <HintBubble {...props} />
    </Suspense>
  );
}
