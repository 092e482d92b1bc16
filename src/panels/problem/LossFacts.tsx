import { useTranslations } from 'use-intl';
import { parseExpression } from '../../formula';
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

/** Where a typed loss has a value, and which minima the search found in its default view. */
export function LossFacts({ loss: { formula, parameters, constants } }: { readonly loss: Loss }) {
  const t = useTranslations('custom');
  const conditions = conditionsOf(parseExpression(formula), constants);
  const minima = useResults(({ trace, traced }) => {
    const shown = traced?.problem;
    const isAbout = shown?.kind === 'custom' && shown.loss === formula && shown.parameters.join() === parameters.join();
    return isAbout ? trace?.minima : undefined;
  });
  const point = (coordinates: readonly number[]): string =>
    coordinates.map((x, i) => `${parameters[i] ?? ''} = ${formatNumber(x, 4)}`).join(', ');
  return (
    <>
      {conditions.length > 0 && (
        <p className="custom-fact">{t('domain', { list: conditions.map(inSigns).join(t('and')) })}</p>
      )}
      {minima && (
        <p className="custom-fact">
          {t('minima', {
            count: minima.length,
            list: minima.slice(0, MOST_LISTED).map(point).join(t('between')),
            more: Math.max(0, minima.length - MOST_LISTED),
          })}
        </p>
      )}
    </>
  );
}

/** A condition with the signs of mathematics. */
const inSigns = (condition: string): string =>
  condition.replaceAll('>=', '≥').replaceAll('<=', '≤').replaceAll('!=', '≠');
