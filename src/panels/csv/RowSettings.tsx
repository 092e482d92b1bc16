import { useTranslations } from 'use-intl';
import {
  csvLimits,
  largestNumber,
  rowChoices,
  rowFaultKinds,
  type CsvError,
  type Selection,
  type Table,
  type UnusableRows,
} from '../../experiment/csv';
import { ChoiceRow } from '../controls/lists/ChoiceRow';
import { FlagRow } from '../controls/FlagRow';
import { useList } from '../shared/useList';

/** What is done with rows and numbers that do not fit. */
export type RowHandling = Pick<Selection, 'leavesOut' | 'divides' | 'rowChoice'>;

interface RowSettingsProps {
  readonly table: Table;
  readonly unusable: UnusableRows;
  /** What is wrong with the samples as they are chosen. */
  readonly fault: CsvError | null;
  readonly value: RowHandling;
  readonly onChange: (value: RowHandling) => void;
}

/** Offers to leave out rows that cannot be used, to divide large numbers, and to take some of too many rows: only what the file needs. */
export function RowSettings({ table, unusable, fault, value, onChange }: RowSettingsProps) {
  const t = useTranslations('csv');
  const count = unusable.rows.size;
  const { max } = csvLimits.rows;
  const rows = table.rows.length - (value.leavesOut ? count : 0);
  return (
    <>
      {count > 0 && (
        <>
          <FlagRow
            label={t('leaveOut', { count })}
            about={t('leaveOutAbout')}
            value={value.leavesOut}
            onChange={(leavesOut) => onChange({ ...value, leavesOut })}
          />
          <UnusableCounts {...unusable} />
        </>
      )}
      {(fault?.code === 'tooLarge' || value.divides) && (
        <FlagRow
          label={t('divide')}
          about={t('divideAbout', { max: largestNumber })}
          value={value.divides}
          onChange={(divides) => onChange({ ...value, divides })}
        />
      )}
      {rows > max && (
        <ChoiceRow
          label={t('rows')}
          about=""
          value={value.rowChoice}
          options={rowChoices.map((choice) => ({
            value: choice,
            label: t(`rowChoice.${choice}`, { max, count: rows }),
          }))}
          onChange={(rowChoice) => onChange({ ...value, rowChoice })}
        />
      )}
    </>
  );
}

/** Lines that are named one by one, so that each can be looked up in the file. */
const MOST_LINES = 12;

/**
 * How many rows have which fault, what stands there in place of a number, behind the last fault of which it is part, and in which lines
 * of the file.
 */
function UnusableCounts({ rows, counts, spellings }: UnusableRows) {
  const t = useTranslations('csv');
  const list = useList();
  const words = spellings.map((word) => (word === '' ? t('emptyWord') : `“${word}”`));
  const spelledIn = counts.word > 0 ? 'word' : 'gap';
  const faults = rowFaultKinds.flatMap((kind) => {
    if (counts[kind] === 0) return [];
    const fault = t(`unusable.${kind}`, { count: counts[kind] });
    return [kind === spelledIn && words.length > 0 ? `${fault} ${t('spelled', { words: list(words) })}` : fault];
  });
  const lines = Array.from(rows, ({ line }) => String(line));
  const named = list(lines.slice(0, MOST_LINES));
  const more = lines.length - MOST_LINES;
  const where = more > 0 ? t('moreLines', { lines: named, count: more }) : named;
  return <p className="soft">{t('unusableIn', { faults: list(faults), count: lines.length, lines: where })}</p>;
}
