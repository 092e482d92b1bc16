import katex from 'katex';
import 'katex/dist/katex.min.css';
import { useLayoutEffect, useMemo, useRef } from 'react';
import './tex.css';

export interface TexProps {
  readonly tex: string;
  /** The formula as plain text, for assistive technology and until the typesetter has loaded. */
  readonly plain: string;
  readonly display?: boolean;
}

/** KaTeX builds DOM nodes into an element of its own: no HTML string is ever made from a formula. */
function nodesOf(tex: string, display: boolean): ChildNode[] {
  const builder = document.createElement('span');
  katex.render(tex, builder, { displayMode: display, output: 'htmlAndMathml' });
  return [...builder.childNodes];
}

/** Built while it renders, which React does in slices, and not in the commit, which is one task for all formulas. */
export default function Typeset({ tex, display = false }: TexProps) {
  const place = useRef<HTMLSpanElement>(null);
  const nodes = useMemo(() => nodesOf(tex, display), [tex, display]);
  useLayoutEffect(() => place.current?.replaceChildren(...nodes), [nodes]);
  return <span ref={place} className="tex" />;
}
