import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DataProblem } from '../../catalogue';
import { fittingProblems, scalesDiffer } from '../../experiment';
import { CsvError, rowsWithGaps, samplesOf, type ColumnSummary, type Samples, type Table } from '../../experiment/csv';
import { usePreference } from '../../workbench/stores/preferences';
import { setUserData } from '../../workbench/edits/lateEdits';
import { ChoiceRow } from '../controls/lists/ChoiceRow';
import { FlagRow } from '../controls/FlagRow';
import { SettingRow } from '../controls/numbers/SettingRow';
import { settingSlider } from '../shared/hyperControls';
import { attempt } from './attempt';
import { Fault } from './Fault';
import { FeatureBoxes } from './FeatureBoxes';
import './modelForm.css';
import './fault.css';

interface ModelFormProps {
  readonly table: Table;
  readonly about: readonly ColumnSummary[];
  readonly label: (column: number) => string;
  readonly onDone: () => void;
}

/** The models that the target column can be used with; if there are none, all models, and the fault then says why. */
function modelsFor(features: number, target: ColumnSummary | undefined, rows: number): readonly DataProblem[] {
  const classes = fittingProblems(features, 'class');
  const numbers = fittingProblems(features, 'number');
  if (target?.values.length !== 2) return target?.isNumeric ? numbers : [...numbers, ...classes];
  if (!target.isNumeric) return classes;
  // Any column of two rows has at most two values, so these need not be classes.
  return rows > target.values.length ? [...classes, ...numbers] : [...numbers, ...classes];
}

/** The samples that the choices select; null without a model or features; an error if the file cannot give them. */
function useSamples(
  table: Table,
  features: readonly number[],
  target: number,
  model: DataProblem | undefined,
  skipsGaps: boolean,
): Samples | CsvError | null {
  return useMemo(() => {
    if (!model || model.target === 'none') return null;
    const kind = model.target;
    return attempt(() => samplesOf(table, { features, target, kind, skipsGaps }));
  }, [table, features, target, model, skipsGaps]);
}

/** The columns, the model, and how the data are prepared. */
export function ModelForm({ table, about, label, onDone }: ModelFormProps) {
  const t = useTranslations('csv');
  const language = usePreference((state) => state.language);
  const [target, setTarget] = useState(() => likelyTarget(about));
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () => new Set(about.flatMap(({ isNumeric }, column) => (isNumeric ? [column] : []))),
  );
  const [modelId, setModelId] = useState('');
  const [skipsGaps, setSkipsGaps] = useState(false);
  const [standardize, setStandardize] = useState<boolean>();
  const [validation, setValidation] = useState(0);

  const features = useMemo(
    () => about.flatMap((_, column) => (chosen.has(column) && column !== target ? [column] : [])),
    [about, chosen, target],
  );
  const models = modelsFor(features.length, about[target], table.rows.length);
  const model = models.find(({ id }) => id === modelId) ?? models[0];
  const gaps = useMemo(() => rowsWithGaps(table, { features, target }).length, [table, features, target]);
  const samples = useSamples(table, features, target, model, skipsGaps);
  const usable = samples && !(samples instanceof CsvError) ? samples : null;
  const differ = useMemo(() => usable !== null && scalesDiffer(usable.userData), [usable]);
  const isStandardized = standardize ?? differ;

  const use = () => {
    if (!usable || !model) return;
    const wanted = { standardize: Number(isStandardized), validation };
    setUserData(
      model.id,
      usable.userData,
      Object.fromEntries(Object.entries(wanted).filter(([name]) => model.modelSettings.includes(name))),
    );
    onDone();
  };
  return (
    <>
      <FeatureBoxes count={about.length} label={label} chosen={chosen} target={target} onChange={setChosen} />
      <div className="settings csv-settings">
        <ChoiceRow
          label={t('target')}
          about=""
          value={String(target)}
          options={about.map((_, column) => ({ value: String(column), label: label(column) }))}
          onChange={(column) => setTarget(Number(column))}
        />
        {model && (
          <ChoiceRow
            label={t('model')}
            about=""
            value={model.id}
            options={models.map(({ id, name }) => ({ value: id, label: name[language] }))}
            onChange={setModelId}
          />
        )}
        {gaps > 0 && (
          <FlagRow
            label={t('skip', { count: gaps })}
            about={t('skipAbout')}
            value={skipsGaps}
            onChange={setSkipsGaps}
          />
        )}
        {usable && model && (
          <>
            <StandardizeRow model={model} value={isStandardized} onChange={setStandardize} />
            <ValidationRow model={model} value={validation} onChange={setValidation} />
          </>
        )}
      </div>
      {features.length === 0 && (
        <p className="csv-fault" role="alert">
          {t('noFeature')}
        </p>
      )}
      {features.length > 0 && !model && (
        <p className="csv-fault" role="alert">
          {t('noModel', { count: features.length })}
        </p>
      )}
      {features.length > 0 && samples instanceof CsvError && <Fault fault={samples} />}
      {usable?.classes && <p className="soft">{t('classes', { zero: usable.classes[0], one: usable.classes[1] })}</p>}
      <div className="csv-actions">
        <button type="button" className="button" onClick={onDone}>
          {t('cancel')}
        </button>
        <button
          type="button"
          className="button button-strong"
          disabled={usable === null || features.length === 0}
          onClick={use}
        >
          {t('use')}
        </button>
      </div>
    </>
  );
}

/** The last column that can be a target; if there is none, the last column. */
function likelyTarget(about: readonly ColumnSummary[]): number {
  const last = about.findLastIndex(({ isNumeric, values }) => isNumeric || values.length === 2);
  return last === -1 ? about.length - 1 : last;
}

interface SettingProps<T> {
  readonly model: DataProblem;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function StandardizeRow({ model, value, onChange }: SettingProps<boolean>) {
  const language = usePreference((state) => state.language);
  const setting = model.modelSettings.includes('standardize') ? model.settings['standardize'] : undefined;
  return setting ? (
    <FlagRow
      label={setting.name?.[language] ?? ''}
      about={setting.help?.[language] ?? ''}
      value={value}
      onChange={onChange}
    />
  ) : null;
}

function ValidationRow({ model, value, onChange }: SettingProps<number>) {
  const language = usePreference((state) => state.language);
  const setting = model.modelSettings.includes('validation') ? model.settings['validation'] : undefined;
  if (!setting) return null;
  const { limits, ...scale } = settingSlider(setting);
  return (
    <SettingRow
      label={setting.name?.[language] ?? ''}
      about={setting.help?.[language] ?? ''}
      value={value}
      scale={scale}
      limits={limits}
      onChange={onChange}
      onSettle={doNothing}
    />
  );
}

const doNothing = () => undefined;
