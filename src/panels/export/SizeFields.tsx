import { useTranslations } from 'use-intl';
import { Choice } from '../controls/lists/Choice';
import { Segments } from '../controls/lists/Segments';
import { NumberField } from '../controls/numbers/NumberField';
import { isSizeName, sideLimits, sizeNames, sizes, typeSizes, type PrintChoice } from './print';
import { Row } from './Row';

interface SizeFieldsProps {
  readonly choice: PrintChoice;
  readonly onChange: (change: Partial<PrintChoice>) => void;
}

/** Size, type and theme of a picture or a film. */
export function SizeFields({ choice, onChange }: SizeFieldsProps) {
  const t = useTranslations('export');
  const { width, height, type, theme } = choice;
  const named = sizeNames.find((name) => sizes[name][0] === width && sizes[name][1] === height);
  const options = [
    ...sizeNames.map((name) => ({ value: name, label: t(`size.${name}`) })),
    ...(named ? [] : [{ value: 'own', label: t('size.own') }]),
  ];
  const choose = (name: string) => {
    if (isSizeName(name)) onChange({ width: sizes[name][0], height: sizes[name][1] });
  };
  return (
    <>
      <Row label={t('size.label')}>
        <Choice label={t('size.label')} value={named ?? 'own'} groups={[{ options }]} onChange={choose} />
        <span className="export-sides">
          <NumberField
            label={t('size.width')}
            value={width}
            limits={sideLimits}
            onChange={(to) => onChange({ width: to })}
          />
          ×
          <NumberField
            label={t('size.height')}
            value={height}
            limits={sideLimits}
            onChange={(to) => onChange({ height: to })}
          />
        </span>
      </Row>
      <Row label={t('type')}>
        <Segments
          label={t('type')}
          value={String(type)}
          options={typeSizes.map((size) => ({ value: String(size), label: `${size}×` }))}
          onChange={(value) => onChange({ type: typeSizes.find((size) => String(size) === value) ?? 1 })}
        />
      </Row>
      <Row label={t('theme.label')}>
        <Segments
          label={t('theme.label')}
          value={theme}
          options={(['light', 'dark'] as const).map((value) => ({ value, label: t(`theme.${value}`) }))}
          onChange={(value) => onChange({ theme: value === 'dark' ? 'dark' : 'light' })}
        />
      </Row>
    </>
  );
}
