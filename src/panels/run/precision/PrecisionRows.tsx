import { useTranslations } from 'use-intl';
import { isShortFormat, numberFormats, roundings } from '../../../experiment/core/precision';
import type { NumberFormat, RunPrecision } from '../../../experiment/core/types';
import { setPrecision } from '../../../workbench/edits/lateEdits';
import { FlagRow } from '../../controls/FlagRow';
import { ChoiceRow } from '../../controls/lists/ChoiceRow';
import './precisionRows.css';

interface PrecisionRowsProps {
  readonly precision: RunPrecision | undefined;
  /** Index of the run. */
  readonly index: number;
}

/** The numbers in which a run computes; a format of 16 bits leaves a choice of what is rounded. */
export function PrecisionRows({ precision, index }: PrecisionRowsProps) {
  const t = useTranslations('precision');
  const formats: readonly ('engine' | NumberFormat)[] = ['engine', ...numberFormats];
  const options = formats.map((value) => ({ value, label: value === 'engine' ? t('engine') : value }));
  const choose = (format: 'engine' | NumberFormat) =>
    setPrecision(index, format === 'engine' ? undefined : { ...precision, format });
  return (
    <>
      <ChoiceRow
        label={t('name')}
        about={t('about')}
        value={precision?.format ?? 'engine'}
        options={options}
        onChange={choose}
      />
      {precision && isShortFormat(precision.format) && <ShortRows precision={precision} index={index} />}
      {precision && <p className="soft precision-note">{t('onProcessor')}</p>}
    </>
  );
}

function ShortRows({ precision, index }: { readonly precision: RunPrecision; readonly index: number }) {
  const t = useTranslations('precision');
  const { format, rounding = roundings[0], master } = precision;
  const options = roundings.map((value) => ({ value, label: t(`roundings.${value}`) }));
  const change = (next: { readonly stored: boolean; readonly master: boolean }) =>
    setPrecision(index, {
      format,
      ...(next.stored && { rounding: 'stored' }),
      ...(next.master && { master: true }),
    });
  const stored = rounding === 'stored';
  return (
    <div className="modifier-settings">
      <ChoiceRow
        label={t('rounding')}
        about={t(`${master ? 'roundingOfModel' : 'roundingAbout'}.${rounding}`)}
        value={rounding}
        options={options}
        onChange={(value) => change({ stored: value === 'stored', master: master ?? false })}
      />
      <FlagRow
        label={t('master')}
        about={t('masterAbout')}
        value={master ?? false}
        onChange={(on) => change({ stored, master: on })}
      />
    </div>
  );
}
