import { useTranslations } from 'use-intl';
import { useProse } from '../shared/useProse';
import { compileFunction, parseExpression } from '../../formula';
import { conditionsOf } from '../../formula/domain';
import { formatNumber } from '../../plots';
import { useResults } from '../../workbench/stores/resultStore';

/** Found minima that are listed; the plot marks the others too. */
const MOST_LISTED = 4;

interface Loss {
  readonly formula: string;
  readonly parameters: readonly string[];
  readonly constants?: Readonly<Record<string, number>>;
}

interface Minimum {
  readonly point: readonly number[];
  readonly loss: number;
}

function lowestFirst({ formula, parameters, constants = {} }: Loss, minima: readonly (readonly number[])[]): Minimum[] {
  const lossAt = compileFunction(parseExpression(formula), [...parameters, ...Object.keys(constants)]);
  return minima
    .map((point) => ({ point, loss: lossAt([...point, ...Object.values(constants)]) }))
    .sort((a, b) => a.loss - b.loss);
}

/** Where a typed loss has a value, and which minima the search found in its default view. */
export function LossFacts({ loss: { formula, parameters, constants } }: { readonly loss: Loss }) {
  const t = useTranslations('custom');
  const write = useProse();
  const conditions = conditionsOf(parseExpression(formula), constants);
  const minima = useResults(({ trace, traced }) => {
    const shown = traced?.problem;
    const isAbout = shown?.kind === 'custom' && shown.loss === formula && shown.parameters.join() === parameters.join();
    return isAbout ? trace?.minima : undefined;
  });
  const listed = minima && lowestFirst({ formula, parameters, ...(constants && { constants }) }, minima);
  const words = ({ point, loss }: Minimum): string =>
    t('minimum', {
      point: point.map((x, i) => `${parameters[i] ?? ''} = ${formatNumber(x, 4)}`).join(', '),
      loss: write(loss, 4),
    });
  return (
    <>
      {conditions.length > 0 && (
        <p className="custom-fact">{t('domain', { list: conditions.map(inSigns).join(t('and')) })}</p>
      )}
      {listed && (
        <p className="custom-fact">
          {t('minima', {
            count: listed.length,
            list: listed.slice(0, MOST_LISTED).map(words).join(t('between')),
            more: Math.max(0, listed.length - MOST_LISTED),
          })}
        </p>
      )}
    </>
  );
}

/** A condition with the signs of mathematics. */
const inSigns = (condition: string): string =>
  condition.replaceAll('>=', '≥').replaceAll('<=', '≤').replaceAll('!=', '≠');
