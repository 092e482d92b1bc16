import { useTranslations } from 'use-intl';
import { csvLimits, excerpt, skipReasons, type Table } from '../../experiment/csv';
import { formatNumber } from '../../plots';
import { useList } from '../shared/useList';
import './tableNotes.css';

interface TableNotesProps {
  readonly table: Table;
  readonly label: (column: number) => string;
}

/** What was not read, and how numbers that are written unusually were read. */
export function TableNotes({ table, label }: TableNotesProps) {
  const notes = [
    useSkippedLines(table),
    ...useLeftOutColumns(table),
    useExamples(table),
    ...useMixedUnits(table, label),
  ];
  const said = notes.filter((note) => note !== null);
  if (said.length === 0) return null;
  return (
    <ul className="csv-notes soft">
      {said.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

/** Lines of one kind that are named before the others are only counted. */
const MOST_LINES = 5;

function useSkippedLines({ skipped }: Table): string | null {
  const t = useTranslations('csv');
  const list = useList();
  if (skipped.length === 0) return null;
  const kinds = skipReasons.flatMap((why) => {
    const [first, ...others] = skipped.filter((line) => line.why === why);
    if (!first) return [];
    const lines = [first, ...others].map(({ line }) => String(line));
    const text = excerpt(first.text);
    const named = lines.slice(0, MOST_LINES).join(', ');
    const count = lines.length - MOST_LINES;
    return [t('skippedLines', { why, text, lines: count > 0 ? t('moreLines', { lines: named, count }) : named })];
  });
  return t('skipped', { lines: list(kinds) });
}

/** Empty columns that are named before the others are only counted. */
const MOST_COLUMNS = 5;

function useLeftOutColumns({ leftOut }: Table): readonly string[] {
  const t = useTranslations('csv');
  const list = useList();
  const { empty, excess } = leftOut;
  const rest = empty.length - MOST_COLUMNS;
  const named = list(
    empty.slice(0, MOST_COLUMNS).map(({ at, name }) => (name === '' ? t('column', { column: at + 1 }) : name)),
  );
  const names = rest > 0 ? t('moreColumns', { columns: named, count: rest }) : named;
  return [
    ...(empty.length > 0 ? [t('emptyColumns', { count: empty.length, names })] : []),
    ...(excess > 0 ? [t('excessColumns', { first: csvLimits.columns.max - 1, count: excess })] : []),
  ];
}

const MOST_EXAMPLES = 3;

function useExamples({ columns }: Table): string | null {
  const t = useTranslations('csv');
  const list = useList();
  const examples = columns.flatMap((column) => column.examples).slice(0, MOST_EXAMPLES);
  if (examples.length === 0) return null;
  return list(
    examples.map(({ text, value, unit }) =>
      t(unit === '%' ? 'percentAs' : 'readAs', { text, value: formatNumber(value, 12) }),
    ),
  );
}

function useMixedUnits({ columns }: Table, label: (column: number) => string): readonly string[] {
  const t = useTranslations('csv');
  return columns.flatMap(({ mixesUnits }, column) => (mixesUnits ? [t('mixedUnits', { column: label(column) })] : []));
}
