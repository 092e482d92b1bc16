import { useTranslations } from 'use-intl';
import type { ModelOffer, Obstacle } from '../../experiment/csv';
import { usePreference } from '../../workbench/stores/preferences';
import { inLanguage } from '../../language';
import './modelObstacles.css';

interface ModelObstaclesProps extends Pick<ModelOffer, 'refused'> {
  readonly isOpen: boolean;
}

/** Why models are not offered for the chosen columns; on request, or at once if none is. */
export function ModelObstacles({ refused, isOpen }: ModelObstaclesProps) {
  const t = useTranslations('csv');
  const language = usePreference((state) => state.language);
  if (refused.length === 0) return null;
  return (
    <details className="csv-obstacles" open={isOpen}>
      <summary>{t('notOffered')}</summary>
      <ul>
        {refused.map(({ model, why }) => (
          <li key={model.id}>
            {t(`obstacle.${why.code}`, { ...valuesOf(why), model: inLanguage(model.name, language) })}
          </li>
        ))}
      </ul>
    </details>
  );
}

function valuesOf(why: Obstacle): Readonly<Record<string, string | number>> {
  if (why.code !== 'features') return { ...why };
  const { min, max, found } = why;
  return { span: min === max ? String(min) : `${min}–${max}`, max, found };
}
