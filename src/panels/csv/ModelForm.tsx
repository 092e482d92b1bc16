import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DataProblem } from '../../catalogue';
import type { UserData } from '../../experiment/core/types';
import {
  CsvError,
  likelyFeatures,
  likelyTarget,
  modelOffer,
  samplesOf,
  unusableRows,
  type Selection,
  type Table,
} from '../../experiment/csv';
import { usePreference } from '../../workbench/stores/preferences';
import { targetDivisor } from '../../workbench/edits/largeTarget';
import { seedForRows, setUserData, suitsStandardized } from '../../workbench/edits/userData';
import { inLanguage } from '../../language';
import { ChoiceRow } from '../controls/lists/ChoiceRow';
import { attempt } from './attempt';
import { Fault } from './Fault';
import { FeatureBoxes } from './FeatureBoxes';
import { ModelObstacles } from './ModelObstacles';
import { RowSettings, type RowHandling } from './RowSettings';
import { StandardizeRow, ValidationRow } from './ModelSettings';
import './modelForm.css';
import './fault.css';

interface ModelFormProps {
  readonly table: Table;
  readonly label: (column: number) => string;
  readonly onDone: () => void;
}

/** The samples that the choices select; null without a model or features; an error if the file cannot give them. */
function useSamples(table: Table, selection: Selection, hasModel: boolean): UserData | CsvError | null {
  const { features } = selection;
  return useMemo(
    () => (hasModel && features.length > 0 ? attempt(() => samplesOf(table, selection)) : null),
    [table, selection, features, hasModel],
  );
}

/** The columns, the model, and how the data are prepared. */
export function ModelForm({ table, label, onDone }: ModelFormProps) {
  const t = useTranslations('csv');
  const language = usePreference((state) => state.language);
  const [target, setTarget] = useState(() => likelyTarget(table));
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(likelyFeatures(table, target)));
  const [modelId, setModelId] = useState('');
  const [handling, setHandling] = useState<RowHandling>({ leavesOut: false, divides: false, rowChoice: 'first' });
  const [standardize, setStandardize] = useState<boolean>();
  const [validation, setValidation] = useState(0);

  const features = useMemo(
    () => table.columns.flatMap((_, column) => (chosen.has(column) && column !== target ? [column] : [])),
    [table, chosen, target],
  );
  const { offered, refused } = useMemo(
    () => modelOffer(table, features.length, target),
    [table, features.length, target],
  );
  const model = offered.find(({ id }) => id === modelId) ?? offered[0];
  const hasClasses = model?.target === 'class';
  const unusable = useMemo(
    () => unusableRows(table, { features, target, hasClasses }),
    [table, features, target, hasClasses],
  );
  const selection = useMemo(
    () => ({ features, target, hasClasses, ...handling, seed: seedForRows() }),
    [features, target, hasClasses, handling],
  );
  const samples = useSamples(table, selection, model !== undefined);
  const usable = samples && !(samples instanceof CsvError) ? samples : null;
  const suits = useMemo(() => usable && model && suitsStandardized(model.id, usable), [usable, model]);
  const isStandardized = standardize ?? suits ?? false;

  const use = () => {
    if (!usable || !model) return;
    const wanted = { standardize: Number(isStandardized), validation };
    setUserData(model.id, usable, settingsOf(model, wanted));
    onDone();
  };
  return (
    <>
      <FeatureBoxes table={table} label={label} chosen={chosen} target={target} onChange={setChosen} />
      <div className="settings csv-settings">
        <ChoiceRow
          label={t('target')}
          about=""
          value={String(target)}
          options={table.columns.map((_, column) => ({ value: String(column), label: label(column) }))}
          onChange={(column) => setTarget(Number(column))}
        />
        {model && (
          <ChoiceRow
            label={t('model')}
            about=""
            value={model.id}
            options={offered.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))}
            onChange={setModelId}
          />
        )}
      </div>
      {features.length > 0 && <ModelObstacles refused={refused} isOpen={!model} />}
      {features.length === 0 && (
        <p className="csv-fault" role="alert">
          {t('noFeature')}
        </p>
      )}
      {features.length > 0 && !model && (
        <p className="csv-fault" role="alert">
          {t('noModel')}
        </p>
      )}
      {samples instanceof CsvError && (
        <>
          <Fault fault={samples} />
          {unusable.rows.size > 0 && !handling.leavesOut && (
            <button type="button" className="more" onClick={() => setHandling({ ...handling, leavesOut: true })}>
              {t('leaveOutNow', { count: unusable.rows.size })}
            </button>
          )}
        </>
      )}
      <div className="settings csv-settings">
        {samples !== null && (
          <RowSettings
            table={table}
            unusable={unusable}
            fault={samples instanceof CsvError ? samples : null}
            value={handling}
            onChange={setHandling}
          />
        )}
        {usable && model && (
          <>
            <StandardizeRow model={model} value={isStandardized} onChange={setStandardize} />
            <ValidationRow model={model} value={validation} onChange={setValidation} />
          </>
        )}
      </div>
      {usable && model && targetDivisor(model.id, usable) > 1 && (
        <p className="soft">
          {t('targetDivided', { column: label(target), divisor: targetDivisor(model.id, usable) })}
        </p>
      )}
      {usable?.classes && <p className="soft">{t('classes', { zero: usable.classes[0], one: usable.classes[1] })}</p>}
      <div className="csv-actions">
        <button type="button" className="button" onClick={onDone}>
          {t('cancel')}
        </button>
        <button type="button" className="button button-strong" disabled={usable === null} onClick={use}>
          {t('use')}
        </button>
      </div>
    </>
  );
}

/** Those of the settings that a model has. */
const settingsOf = (model: DataProblem, wanted: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(wanted).filter(([name]) => model.modelSettings.includes(name)));
