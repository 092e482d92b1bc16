import { useTranslations } from 'use-intl';
import type { Table } from '../../experiment/csv';
import './preview.css';

const MOST_ROWS = 5;

/** The first rows of a table, as written in the file. */
export function Preview({
  table,
  caption,
  label,
}: {
  readonly table: Table;
  readonly caption: string;
  readonly label: (column: number) => string;
}) {
  const t = useTranslations('csv');
  const rest = table.rows.length - MOST_ROWS;
  return (
    // Focusable, so that a table wider than the dialog can be scrolled by keyboard.
    <div className="csv-preview" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="soft">
              {t('line')}
            </th>
            {table.names.map((_, column) => (
              <th key={column} scope="col">
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
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className="soft">{t('more', { count: rest })}</p>}
    </div>
  );
}
