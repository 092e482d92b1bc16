import { parametersOf } from '../experiment';
import type { ProblemChoice } from '../experiment/types';
import { defaultSymbol, expressionTex, parseExpression } from '../formula';
import { dataProblemOf, lossTextOf } from '../workbench/subject';
import Typeset from './Typeset';

/** The loss as mathematics, its constants as letters; for data the mean over the samples that it is. */
function texOf(choice: ProblemChoice): string {
  const loss = expressionTex(parseExpression(lossTextOf(choice)));
  const parameters = parametersOf(choice).map(defaultSymbol).join(', ');
  return dataProblemOf(choice) ? `L(${parameters}) = \\tfrac{1}{n}\\textstyle\\sum_i ${loss}` : `f(${parameters}) = ${loss}`;
}

export default function LossFormula({ choice }: { readonly choice: ProblemChoice }) {
  return <Typeset tex={texOf(choice)} plain={lossTextOf(choice)} />;
}
