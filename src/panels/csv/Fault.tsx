import { useTranslations } from 'use-intl';
import type { CsvError } from '../../experiment/csv';
import './fault.css';

/** What is wrong with a file, with the line and the column, as text. */
export function Fault({ fault }: { readonly fault: CsvError }) {
  const t = useTranslations('csv');
  const problem = t(`fault.${fault.code}`, { ...fault.values });
  const { line, column, name = '' } = fault.position ?? { line: 0, column: 0 };
  const where = name === '' ? t('at', { line, column, problem }) : t('atNamed', { line, column, name, problem });
  return (
    <p className="csv-fault" role="alert">
      {fault.position ? where : problem} <span>{t('kept')}</span>
    </p>
  );
}
