import { MarkerIcon } from '../../plots';
import type { NumberTable } from './summary';
import './summaryTable.css';

/** Some numbers of a plot as a table. */
export function SummaryTable({ caption, corner, columns, rows }: NumberTable) {
  return (
    <table className="numbers summary-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {columns.map(({ label, style }, i) => (
            <th key={i} scope="col">
              {style && <MarkerIcon style={style} />} {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ head, cells, isCurrent }, i) => (
          <tr key={i} aria-current={isCurrent ? 'step' : undefined}>
            <th scope="row">{head}</th>
            {cells.map((cell, k) => (
              <td key={k}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
