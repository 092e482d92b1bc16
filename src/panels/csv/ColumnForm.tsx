import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CsvError, summaries, tableOf, type ParsedRows, type Table } from '../../experiment/csv';
import { FlagRow } from '../controls/FlagRow';
import { attempt } from './attempt';
import { Fault } from './Fault';
import { ModelForm } from './ModelForm';
import { Preview } from './Preview';

interface ColumnFormProps {
  readonly name: string;
  readonly parsed: ParsedRows;
  readonly onDone: () => void;
}

/** How a file is used: which columns are features, which is the target, and which model is fitted. */
export function ColumnForm({ name, parsed, onDone }: ColumnFormProps) {
  const t = useTranslations('csv');
  const [isNamed, setNamed] = useState<boolean>();
  const table = useMemo(() => attempt(() => tableOf(parsed, isNamed)), [parsed, isNamed]);
  if (table instanceof CsvError) return <Fault fault={table} />;
  return (
    <Columns
      key={String(table.isNamed)}
      name={t('file', { file: name, rows: table.rows.length, columns: table.names.length })}
      table={table}
      onNamed={setNamed}
      onDone={onDone}
    />
  );
}

interface ColumnsProps {
  readonly name: string;
  readonly table: Table;
  readonly onNamed: (isNamed: boolean) => void;
  readonly onDone: () => void;
}

function Columns({ name, table, onNamed, onDone }: ColumnsProps) {
  const t = useTranslations('csv');
  const about = useMemo(() => summaries(table), [table]);
  const label = (column: number) => table.names[column] || t('column', { column: column + 1 });
  const example =
    table.decimal === ','
      ? table.rows.flatMap(({ cells }) => cells).find((cell) => /^[^"]*\d,\d/.test(cell))
      : undefined;
  return (
    <>
      <p>{name}</p>
      <Preview table={table} caption={name} label={label} />
      <FlagRow label={t('named')} about="" value={table.isNamed} onChange={onNamed} />
      {example !== undefined && (
        <p className="soft">{t('decimalComma', { text: example, value: example.replace(',', '.') })}</p>
      )}
      <ModelForm table={table} about={about} label={label} onDone={onDone} />
    </>
  );
}
