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

export default function LossFormula({ choice }: { readonly choice: ProblemChoice }) {
  const t = useTranslations('rule');
  return <Typeset tex={texOf(choice, t('otherwise'))} plain={lossTextOf(choice)} />;
}
