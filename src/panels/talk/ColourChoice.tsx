import { useTranslations } from 'use-intl';
import { palettes, preferForTalks, usePresentPreference } from '../../workbench/present/presentPreferences';
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
      <label className="check">
        <input
          type="checkbox"
          checked={playsAtOnce}
          onChange={({ target }) => preferForTalks({ playsAtOnce: target.checked })}
        />
        {t('playsAtOnce')}
      </label>
    </div>
  );
}
