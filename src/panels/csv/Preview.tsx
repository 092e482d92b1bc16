import { useTranslations } from 'use-intl';
import { readCell, type Column, type Table } from '../../experiment/csv';
import { formatNumber } from '../../plots';
import './preview.css';

const MOST_ROWS = 5;

interface PreviewProps {
  readonly table: Table;
  readonly label: (column: number) => string;
}

/** The first rows of a table as they are read: numbers as values, gaps marked. */
export function Preview({ table, label }: PreviewProps) {
  const t = useTranslations('csv');
  const rest = table.rows.length - MOST_ROWS;
  return (
    // Focusable, so that a table wider than the dialog can be scrolled by keyboard.
    <div className="csv-preview" role="region" aria-label={t('asRead')} tabIndex={0}>
      <table>
        <caption className="soft">{t('asRead')}</caption>
        <thead>
          <tr>
            <th scope="col" className="soft">
              {t('line')}
            </th>
            {table.columns.map(({ at, isNumeric }, column) => (
              <th key={at} scope="col" className={isNumeric ? 'csv-number' : undefined}>
                {label(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, MOST_ROWS).map(({ line, cells }) => (
            <tr key={line}>
              <th scope="row" className="soft">
                {line}
              </th>
              {table.columns.map((column) => (
                <Cell key={column.at} text={cells[column.at] ?? ''} column={column} table={table} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className="soft">{t('more', { count: rest })}</p>}
    </div>
  );
}

interface CellProps {
  readonly text: string;
  readonly column: Column;
  readonly table: Table;
}

function Cell({ text, column, table }: CellProps) {
  const t = useTranslations('csv');
  const read = readCell(text, column, table);
  if (read.kind !== 'number') return read.kind === 'gap' ? <td className="soft">{t('gap')}</td> : <td>{text}</td>;
  return <td className="csv-number">{Number.isFinite(read.value) ? formatNumber(read.value, SHOWN_DIGITS) : text}</td>;
}

const SHOWN_DIGITS = 12;
