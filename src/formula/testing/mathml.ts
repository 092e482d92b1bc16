/** How many children MathML Core gives these elements. */
const childrenOf: Readonly<Record<string, number>> = {
  msub: 2,
  msup: 2,
  msubsup: 3,
  mfrac: 2,
  munder: 2,
  mover: 2,
  munderover: 3,
  mroot: 2,
};

/**
 * Elements of KaTeX's MathML with another number of children than browsers accept, such as "msub 3". Firefox leaves out
 * what is in them, and so do screen readers.
 */
export function wrongElements(mathml: string): string[] {
  const wrong: string[] = [];
  const open: { name: string; children: number }[] = [];
  for (const [, close, name = '', empty] of mathml.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
    if (close) {
      const element = open.pop();
      const wanted = childrenOf[name];
      if (element && wanted !== undefined && element.children !== wanted) wrong.push(`${name} ${element.children}`);
      continue;
    }
    const parent = open.at(-1);
    if (parent) parent.children += 1;
    if (!empty) open.push({ name, children: 0 });
  }
  return wrong;
}
