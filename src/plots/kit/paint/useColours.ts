import { useMemo, useSyncExternalStore } from 'react';

/** The value that a CSS colour (`var(--run-0)`, `color-mix(...)`) has now, in a form that a canvas takes. */
export type ColourOf = (css: string) => string;

const darkScheme = '(prefers-color-scheme: dark)';

function subscribeToTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const media = matchMedia(darkScheme);
  media.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    media.removeEventListener('change', changed);
  };
}

const themeNow = (): string => `${document.documentElement.dataset['theme'] ?? ''} ${matchMedia(darkScheme).matches}`;

/** A new function whenever the theme changes, so that what was drawn with the old one is drawn again. Call it in effects only. */
export function useColours(element: HTMLElement | null): ColourOf | null {
  const theme = useSyncExternalStore(subscribeToTheme, themeNow);
  return useMemo(() => element && readerOf(element, theme), [element, theme]);
}

function readerOf(element: HTMLElement, theme: string): ColourOf {
  const known = new Map<string, string>();
  return (css) => {
    const key = `${theme} ${css}`;
    const found = known.get(key) ?? computedColour(element, css);
    known.set(key, found);
    return found;
  };
}

/** Only the style of a real element resolves variables and mixtures; a fresh one has no transition under way. */
function computedColour(element: HTMLElement, css: string): string {
  const probe = document.createElement('span');
  probe.style.color = css;
  probe.hidden = true;
  element.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}
