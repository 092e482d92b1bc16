import katex from 'katex';
import 'katex/dist/katex.min.css';
import { useLayoutEffect, useRef } from 'react';
import './tex.css';

export interface TexProps {
  readonly tex: string;
  /** The formula as plain text, for assistive technology and until the typesetter has loaded. */
  readonly plain: string;
  readonly display?: boolean;
}

/** KaTeX builds DOM nodes into an element of its own: no HTML string is ever made from a formula. */
export default function Typeset({ tex, display = false }: TexProps) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (place.current !== null) katex.render(tex, place.current, { displayMode: display, output: 'htmlAndMathml' });
  }, [tex, display]);
  return <span ref={place} className="tex" />;
}
