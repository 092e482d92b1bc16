import { browserLanguage } from '../../language/languages';
import { isOpeningSeen } from '../../workbench/stores/openingSeen';
import { setOnDocument, storedPreferences } from '../../workbench/stores/storedPreferences';

/*
 * Runs inside index.html, before anything has loaded: sets theme and language, and says whether the page was opened as a file,
 * which shows what to do instead, or whether this is a first visit, which sees the picture that was drawn into the page when it
 * was built. For a link it asks at once for what reads it, unless all is on the device, where links in the document cost more
 * than they save.
 */
const { theme = 'system', language = browserLanguage() } = storedPreferences();
setOnDocument(theme, language);
if (location.protocol === 'file:') document.documentElement.dataset['fromFile'] = '';
else if (location.hash.length <= 1 && !isOpeningSeen()) document.documentElement.dataset['first'] = language;
else if (location.hash.length > 1 && !isOnDevice()) preloadLinkParts();

function isOnDevice(): boolean {
  return 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
}

/** Their addresses stand in the page (scripts/first-paint.mjs). */
function preloadLinkParts(): void {
  const parts = document.querySelector<HTMLMetaElement>('meta[name="link-parts"]')?.content.split(' ') ?? [];
  for (const href of parts) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'modulepreload', crossOrigin: '', href });
    document.head.append(link);
  }
}
