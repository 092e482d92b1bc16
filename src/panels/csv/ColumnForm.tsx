import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CsvError, decimalSigns, tableOf, type ParsedRows, type LayoutChoice, type Table } from '../../experiment/csv';
import { ChoiceRow } from '../controls/lists/ChoiceRow';
import { FlagRow } from '../controls/FlagRow';
import { attempt } from './attempt';
import { DialogActions } from './DialogActions';
import { Fault } from './Fault';
import { ModelForm } from './ModelForm';
import { Preview } from './Preview';
import { TableNotes } from './TableNotes';

interface ColumnFormProps {
  readonly name: string;
  readonly parsed: ParsedRows;
  readonly onDone: () => void;
}

/** How a file is used: how it is read, which columns are features, which is the target, and which model is fitted. */
export function ColumnForm({ name, parsed, onDone }: ColumnFormProps) {
  const [choice, setChoice] = useState<LayoutChoice>({});
  const table = useMemo(() => attempt(() => tableOf(parsed, choice)), [parsed, choice]);
  if (table instanceof CsvError)
    return (
      <>
        <Fault fault={table} />
        <DialogActions onCancel={onDone} />
      </>
    );
  return <Columns name={name} table={table} choice={choice} onChoice={setChoice} onDone={onDone} />;
}

interface ColumnsProps {
  readonly name: string;
  readonly table: Table;
  readonly choice: LayoutChoice;
  readonly onChoice: (choice: LayoutChoice) => void;
  readonly onDone: () => void;
}

function Columns({ name, table, choice, onChoice, onDone }: ColumnsProps) {
  const t = useTranslations('csv');
  const label = (index: number) => {
    const column = table.columns[index];
    return column?.name || t('column', { column: (column?.at ?? index) + 1 });
  };
  return (
    <>
      <p>{t('file', { file: name, rows: table.rows.length, columns: table.columns.length })}</p>
      <Preview table={table} label={label} />
      <div className="settings csv-settings">
        <FlagRow
          label={t('named')}
          about=""
          value={table.isNamed}
          onChange={(isNamed) => onChoice({ ...choice, isNamed })}
        />
        {(table.isDecimalOpen || choice.decimal) && (
          <ChoiceRow
            label={t('decimal')}
            about=""
            value={table.decimal}
            options={decimalSigns.map((sign) => ({
              value: sign,
              label: t(`decimals.${sign === '.' ? 'point' : 'comma'}`),
            }))}
            onChange={(decimal) => onChoice({ ...choice, decimal })}
          />
        )}
      </div>
      <TableNotes table={table} label={label} />
      <ModelForm
        // Another reading has other columns.
        key={`${table.isNamed} ${table.decimal}`}
        table={table}
        label={label}
        onDone={onDone}
      />
    </>
  );
}
