import { useTranslations } from 'use-intl';
import { preferTheme, themes, usePreference, type Theme } from '../../workbench/stores/preferences';
import { DarkThemeIcon, LightThemeIcon, SystemThemeIcon } from '../controls/Icons';

const icons: Readonly<Record<Theme, () => React.JSX.Element>> = {
  system: SystemThemeIcon,
  light: LightThemeIcon,
  dark: DarkThemeIcon,
};

/** Changes the theme: as the system, then light, then dark, then again as the system. */
export function ThemeButton() {
  const t = useTranslations('header');
  const theme = usePreference((state) => state.theme);
  const ThemeIcon = icons[theme];
  const label = t('themeNow', { theme: t(`themes.${theme}`) });
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
  return (
    <button
      type="button"
      className="button button-icon"
      aria-label={label}
      data-tip={label}
      onClick={() => preferTheme(next)}
    >
      <ThemeIcon />
    </button>
  );
}
