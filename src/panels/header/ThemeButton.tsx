import { useTranslations } from 'use-intl';
import { preferTheme, themes, usePreference, type Theme } from '../../workbench/stores/preferences';
import { DarkThemeIcon, LightThemeIcon, SystemThemeIcon } from '../controls/Icons';

const icons: Readonly<Record<Theme, () => React.JSX.Element>> = {
  system: SystemThemeIcon,
  light: LightThemeIcon,
  dark: DarkThemeIcon,
};

/** After the system's theme comes the one that the system does not have, so that the first press changes what is seen. */
function themeAfter(theme: Theme): Theme {
  const by = matchMedia('(prefers-color-scheme: dark)').matches ? 1 : themes.length - 1;
  return themes[(themes.indexOf(theme) + by) % themes.length] ?? 'system';
}

/** Changes the theme: as the system, then the two themes one after the other, then again as the system. */
export function ThemeButton() {
  const t = useTranslations('header');
  const theme = usePreference((state) => state.theme);
  const ThemeIcon = icons[theme];
  const label = t('themeNow', { theme: t(`themes.${theme}`) });
  return (
    <button
      type="button"
      className="button button-icon"
      aria-label={label}
      data-tip={label}
      onClick={() => preferTheme(themeAfter(theme))}
    >
      <ThemeIcon />
    </button>
  );
}
