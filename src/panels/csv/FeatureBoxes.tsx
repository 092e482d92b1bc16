import { useTranslations } from 'use-intl';
import { likelyFeatures, mostFeatures, type Table } from '../../experiment/csv';
import './featureBoxes.css';

interface FeatureBoxesProps {
  readonly table: Table;
  readonly label: (column: number) => string;
  readonly chosen: ReadonlySet<number>;
  /** The target column, which cannot be a feature. */
  readonly target: number;
  readonly onChange: (chosen: ReadonlySet<number>) => void;
}

/** A checkbox for every column, to choose the features, and why a column is not chosen at first. */
export function FeatureBoxes({ table, label, chosen, target, onChange }: FeatureBoxesProps) {
  const t = useTranslations('csv');
  const toggle = (column: number, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(column);
    else next.delete(column);
    onChange(next);
  };
  const numbers = table.columns.filter(({ kind }, column) => kind === 'numbers' && column !== target).length;
  return (
    <fieldset className="csv-features">
      <legend>{t('features')}</legend>
      <div className="csv-all">
        <button type="button" className="more" onClick={() => onChange(new Set(likelyFeatures(table, target)))}>
          {t('allNumbers')}
        </button>
        <button type="button" className="more" onClick={() => onChange(new Set())}>
          {t('none')}
        </button>
      </div>
      {numbers > mostFeatures && <p className="soft">{t('mostFeatures', { max: mostFeatures })}</p>}
      <div className="csv-boxes">
        {table.columns.map(({ at, kind }, column) => (
          <label key={at}>
            <input
              type="checkbox"
              checked={chosen.has(column) && column !== target}
              disabled={column === target || kind === 'words' || kind === 'dates'}
              onChange={(event) => toggle(column, event.target.checked)}
            />
            <span>
              {label(column)}
              {kind !== 'numbers' && column !== target && <span className="soft"> ({t(`kind.${kind}`)})</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
