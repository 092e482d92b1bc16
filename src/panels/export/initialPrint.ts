import type { PrintChoice } from './print';

/** A picture for a slide, in the page's own theme. */
export const initialPrint = (): PrintChoice => ({
  width: 1280,
  height: 720,
  type: 1,
  theme: document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light',
  isTransparent: false,
  hasLegend: true,
  hasSettings: true,
});
