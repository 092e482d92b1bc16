import { useTranslations } from 'use-intl';
import type { Table } from '../../experiment/csv';
import { usePreference } from '../../workbench/stores/preferences';
import { targetDivisor } from '../../workbench/edits/largeTarget';
import { inLanguage } from '../../language';
import { ChoiceRow } from '../controls/lists/ChoiceRow';
import { DialogActions } from './DialogActions';
import { Fault } from './Fault';
import { FeatureBoxes } from './FeatureBoxes';
import { ModelObstacles } from './ModelObstacles';
import { RowSettings } from './RowSettings';
import { StandardizeRow, ValidationRow } from './ModelSettings';
import { useModelForm } from './useModelForm';
import './modelForm.css';
import './fault.css';

interface ModelFormProps {
  readonly table: Table;
  readonly label: (column: number) => string;
  readonly onDone: () => void;
}

/** The columns, the model, and how the data are prepared. */
export function ModelForm({ table, label, onDone }: ModelFormProps) {
  const t = useTranslations('csv');
  const form = useModelForm(table);
  const { model, usable, fault } = form;
  return (
    <>
      <FeatureBoxes table={table} label={label} chosen={form.chosen} target={form.target} onChange={form.setChosen} />
      <TargetAndModel table={table} label={label} form={form} />
      {form.emptied !== null && (
        <p role="status">{t('emptyTarget', { empty: form.emptied, target: label(form.target) })}</p>
      )}
      <Faults form={form} />
      <div className="settings csv-settings">
        {(usable ?? fault) && (
          <RowSettings
            table={table}
            unusable={form.unusable}
            fault={fault}
            value={form.handling}
            onChange={form.setHandling}
          />
        )}
        {usable && model && (
          <>
            <StandardizeRow model={model} value={form.isStandardized} onChange={form.setStandardize} />
            <ValidationRow model={model} value={form.validation} onChange={form.setValidation} />
          </>
        )}
      </div>
      {usable && model && targetDivisor(model.id, usable) > 1 && (
        <p className="soft">
          {t('targetDivided', { column: label(form.target), divisor: targetDivisor(model.id, usable) })}
        </p>
      )}
      {usable?.classes && <p className="soft">{t('classes', { zero: usable.classes[0], one: usable.classes[1] })}</p>}
      {usable && model && form.awaited && (
        <p className="soft" role="status">
          {form.isAwaited ? t('awaited') : t('otherAwaited', form.awaited)}
        </p>
      )}
      <DialogActions onCancel={onDone}>
        <button
          type="button"
          className="button button-strong"
          disabled={usable === null}
          onClick={() => form.use() && onDone()}
        >
          {t('use')}
        </button>
      </DialogActions>
    </>
  );
}

type Form = ReturnType<typeof useModelForm>;

function TargetAndModel({ table, label, form }: Pick<ModelFormProps, 'table' | 'label'> & { readonly form: Form }) {
  const t = useTranslations('csv');
  const language = usePreference((state) => state.language);
  const { model, offered } = form;
  return (
    <div className="settings csv-settings">
      <ChoiceRow
        label={t('target')}
        about=""
        value={String(form.target)}
        options={table.columns.map((_, column) => ({ value: String(column), label: label(column) }))}
        onChange={(column) => form.setTarget(Number(column))}
      />
      {model && (
        <ChoiceRow
          label={t('model')}
          about=""
          value={model.id}
          options={offered.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))}
          onChange={form.setModelId}
        />
      )}
    </div>
  );
}

/** Why there are no samples, and a way out where there is one. */
function Faults({ form }: { readonly form: Form }) {
  const t = useTranslations('csv');
  const { features, refused, model, fault, unusable, handling } = form;
  return (
    <>
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
      {fault && (
        <>
          <Fault fault={fault} />
          {unusable.rows.size > 0 && !handling.leavesOut && (
            <button type="button" className="more" onClick={() => form.setHandling({ ...handling, leavesOut: true })}>
              {t('leaveOutNow', { count: unusable.rows.size })}
            </button>
          )}
        </>
      )}
    </>
  );
}
