import { useTranslations } from 'use-intl';
import { palettes, preferForTalks, usePresentPreference } from '../../workbench/present/presentPreferences';
import { Check } from '../controls/Check';
import { Segments } from '../controls/lists/Segments';

/** The colours of a talk, and whether its pictures play by themselves. */
export function ColourChoice() {
  const t = useTranslations('present');
  const palette = usePresentPreference((state) => state.palette);
  const playsAtOnce = usePresentPreference((state) => state.playsAtOnce);
  return (
    <div className="talk-colours">
      <span>{t('palette')}</span>
      <Segments
        label={t('palette')}
        value={palette}
        options={palettes.map((value) => ({ value, label: t(`palettes.${value}`) }))}
        onChange={(chosen) => preferForTalks({ palette: palettes.find((one) => one === chosen) ?? palette })}
      />
      <Check
        label={t('playsAtOnce')}
        value={playsAtOnce}
        onChange={(value) => preferForTalks({ playsAtOnce: value })}
      />
    </div>
  );
}
