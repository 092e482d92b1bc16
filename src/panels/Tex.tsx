import { lazy, memo, Suspense } from 'react';

export interface TexProps {
  readonly tex: string;
  /** What stands there until the typesetter has loaded, and for assistive technology: the formula as it was written. */
  readonly plain: string;
  readonly display?: boolean;
}

const Typeset = lazy(() => import('./Typeset'));

/** Mathematics. The typesetter loads after the first picture. */
export const Tex = memo(function Tex(props: TexProps) {
  return (
    <Suspense fallback={<code className="tex-plain">{props.plain}</code>}>
      <Typeset {...props} />
    </Suspense>
  );
});
