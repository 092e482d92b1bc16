import { lazy, memo, Suspense } from 'react';
import type { TexProps } from './Typeset';
import './tex.css';

const Typeset = lazy(() => import('./Typeset'));

/** Mathematics. The typesetter loads after the first picture. */
export const Tex = memo(function Tex(props: TexProps) {
  return (
    <Suspense fallback={<code className="tex-plain">{props.plain}</code>}>
      <Typeset {...props} />
    </Suspense>
  );
});
