import { useMemo, useSyncExternalStore } from 'react';

/** The current value of a CSS colour (`var(--run-0)`, `color-mix(...)`) in a form that a canvas accepts. */
export type ColourOf = (css: string) => string;

const darkScheme = '(prefers-color-scheme: dark)';

function subscribeToTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-palette'] });
  const media = matchMedia(darkScheme);
  media.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    media.removeEventListener('change', changed);
  };
}

function currentTheme(): string {
  const { theme = '', palette = '' } = document.documentElement.dataset;
  return `${theme} ${palette} ${matchMedia(darkScheme).matches}`;
}

/** Where there is no document, as when the page's first paint is drawn at build time. */
const noTheme = (): string => '';

/** A new function whenever the theme changes, so that layers are repainted. Call the function in effects only. */
export function useColours(element: HTMLElement | null): ColourOf | null {
  const theme = useSyncExternalStore(subscribeToTheme, currentTheme, noTheme);
  return useMemo(() => element && colourReader(element, theme), [element, theme]);
}

function colourReader(element: HTMLElement, theme: string): ColourOf {
  const cache = new Map<string, string>();
  return (css) => {
    const key = `${theme} ${css}`;
    const colour = cache.get(key) ?? computedColour(element, css);
    cache.set(key, colour);
    return colour;
  };
}

/** Elements whose own style resolves a colour, one inside each element that was asked about. */
const probes = new WeakMap<HTMLElement, HTMLElement>();

/**
 * Only the style of an element in the document resolves variables and mixtures. It stays there: a new one each time would
 * have the browser compute the styles around it anew for every colour.
 */
function computedColour(element: HTMLElement, css: string): string {
  const probe = probes.get(element) ?? document.createElement('span');
  probes.set(element, probe);
  probe.hidden = true;
  probe.style.transition = 'none';
  probe.style.color = css;
  if (probe.parentNode !== element) element.append(probe);
  return getComputedStyle(probe).color;
}
