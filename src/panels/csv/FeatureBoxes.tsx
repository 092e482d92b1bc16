import { useTranslations } from 'use-intl';
import './featureBoxes.css';

interface FeatureBoxesProps {
  readonly count: number;
  readonly label: (column: number) => string;
  readonly chosen: ReadonlySet<number>;
  /** The target column, which cannot be a feature. */
  readonly target: number;
  readonly onChange: (chosen: ReadonlySet<number>) => void;
}

/** A checkbox for every column, to choose the features. */
export function FeatureBoxes({ count, label, chosen, target, onChange }: FeatureBoxesProps) {
  const t = useTranslations('csv');
  const toggle = (column: number, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(column);
    else next.delete(column);
    onChange(next);
  };
  return (
    <fieldset className="csv-features">
      <legend>{t('features')}</legend>
      {Array.from({ length: count }, (_, column) => (
        <label key={column}>
          <input
            type="checkbox"
            checked={chosen.has(column) && column !== target}
            disabled={column === target}
            onChange={(event) => toggle(column, event.target.checked)}
          />
          <span>{label(column)}</span>
        </label>
      ))}
    </fieldset>
  );
}
