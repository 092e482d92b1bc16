import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { modelOf, parametersOf, problemOf } from '../../experiment';
import type { ProblemChoice } from '../../experiment/core/types';
import { parseExpression } from '../../formula';
import { defaultSymbol } from '../../formula/symbols';
import { expressionTex } from '../../formula/tex';
import { dataProblemOf, lossTextOf } from '../../workbench/requests/problem';
import Typeset from '../shared/Typeset';

/** The loss as TeX, its constants as letters; of a data problem, the mean over the samples. */
function texOf(choice: ProblemChoice, otherwise: string): string {
  const shorthand = choice.kind === 'data' ? modelOf(choice).shorthand : undefined;
  const loss = shorthand ?? expressionTex(parseExpression(lossTextOf(choice)), { otherwise });
  const parameters = listed(parametersOf(choice));
  return dataProblemOf(choice)
    ? `L(${parameters}) = \\tfrac{1}{n}\\textstyle\\sum_i ${loss}`
    : `${changes(choice) ? 'f_t' : 'f'}(${parameters}) = ${loss}`;
}

/** Whether the loss depends on the number of the update. */
function changes(choice: ProblemChoice): boolean {
  const entry = problemOf(choice);
  return entry?.kind === 'function' && entry.objective !== undefined;
}

/** The parameters of the loss; θ, as in the rules, if there are too many to list. */
const listed = (names: readonly string[]): string =>
  names.length > MOST_LISTED ? '\\theta' : names.map(defaultSymbol).join(', ');

const MOST_LISTED = 4;

/** The loss as plain text, as `texOf` writes it. */
function plainOf(choice: ProblemChoice): string {
  const parameters = parametersOf(choice);
  const listed = parameters.length > MOST_LISTED ? 'θ' : parameters.join(', ');
  const loss = lossTextOf(choice);
  return dataProblemOf(choice)
    ? `L(${listed}) = 1/n ∑ᵢ ${loss}`
    : `${changes(choice) ? 'fₜ' : 'f'}(${listed}) = ${loss}`;
}

/** Whether an element reaches beyond the right edge of its parent, which scrolls it. */
function useIsCut(ref: RefObject<HTMLElement | null>): boolean {
  const [isCut, setIsCut] = useState(false);
  useEffect(() => {
    const { current: element } = ref;
    const box = element?.parentElement;
    if (!element || !box) return undefined;
    const note = () => setIsCut(box.scrollWidth - box.clientWidth - box.scrollLeft > 1);
    const observer = new ResizeObserver(note);
    observer.observe(box);
    observer.observe(element);
    box.addEventListener('scroll', note, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', note);
    };
  }, [ref]);
  return isCut;
}

/** The loss as mathematics. Where it is cut off, its end fades, and its tip has the whole as plain text. */
export default function LossFormula({ choice }: { readonly choice: ProblemChoice }) {
  const t = useTranslations('rule');
  const ref = useRef<HTMLSpanElement>(null);
  const isCut = useIsCut(ref);
  return (
    <span ref={ref} className="loss-formula" data-tip={isCut ? plainOf(choice) : undefined}>
      <Typeset tex={texOf(choice, t('otherwise'))} plain={lossTextOf(choice)} />
    </span>
  );
}
