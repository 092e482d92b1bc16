import katex from 'katex';
import 'katex/dist/katex.min.css';
import { useLayoutEffect, useRef } from 'react';
import type { TexProps } from './Tex';

/** KaTeX builds DOM nodes into an element of its own: no HTML string is ever made from a formula. */
export default function Typeset({ tex, display = false }: TexProps) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (place.current !== null) katex.render(tex, place.current, { displayMode: display, output: 'htmlAndMathml' });
  }, [tex, display]);
  return <span ref={place} className="tex" />;
}
