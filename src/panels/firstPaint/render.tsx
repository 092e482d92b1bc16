import type { ReactElement } from 'react';
import { prerender } from 'react-dom/static';
import { IntlProvider } from 'use-intl';
import { firstAnswer } from '../../engine/worker/firstAnswers';
import { loadLaterMessages, loadMessages } from '../../language';
import { facts, languages, type Language } from '../../language/languages';
import { openingState } from '../../lessons/opening';
import { currentView } from '../../workbench/requests/view';
import { edit, experimentStore } from '../../workbench/stores/experimentStore';
import { preferenceStore } from '../../workbench/stores/preferences';
import { screenStore, setScreen } from '../../workbench/stores/screenStore';
import { InLanguage } from '../shared/InLanguage';
import StageScreen from '../stage/StageScreen';
import { FirstPaintCurve } from './FirstPaintCurve';
import { FromFile } from './FromFile';

/** Where a plot is before its size is known. */
const EMPTY_PLOT = /(<div [^>]*class="plot"[^>]*>)(<\/div>)/;

// Outside of a browser, components would read the state that a store began with.
for (const store of [experimentStore, preferenceStore, screenStore]) store.getInitialState = store.getState;

/**
 * What is in the page before any script has run, in every language: the first stop of the opening for a first visit, drawn by
 * the page's own components, with the curve that the page's own code computes; and what to do with a page opened as a file.
 * @returns HTML
 */
export async function renderFirstPaint(): Promise<string> {
  const parts: string[] = [];
  for (const language of languages) parts.push(await renderIn(language));
  for (const language of languages) parts.push(await renderFromFile(language));
  return `<style>${languages.map(hidingRule).join('')}</style>${parts.join('')}`;
}

/** Each language's picture is hidden where early.ts has not chosen it. */
const hidingRule = (language: Language): string =>
  `:root:not([data-first='${language}']) .first-paint[data-language='${language}']{display:none}`;

/** Says in which language an element is, and in which direction it is read. */
const marksOf = (language: Language): string =>
  `lang="${facts[language].tag}" dir="${facts[language].direction}" data-language="${language}"`;

async function renderFromFile(language: Language): Promise<string> {
  const words = await htmlOf(
    <IntlProvider locale={language} messages={await loadLaterMessages(language)} timeZone="UTC">
      <FromFile />
    </IntlProvider>,
  );
  return `<section class="from-file" ${marksOf(language)}>${words}</section>`;
}

async function renderIn(language: Language): Promise<string> {
  const messages = await loadMessages(language);
  preferenceStore.setState({ language, messages });
  const { experiment, stage, ...screen } = openingState(0);
  edit(experiment);
  setScreen({ ...screen, stage: stage ?? null, playing: true });
  const inLanguage = (part: ReactElement | null) => (
    <InLanguage language={language} messages={messages}>
      {part}
    </InLanguage>
  );
  const page = await htmlOf(inLanguage(stage ? <StageScreen stage={stage} /> : null));
  const curve = await htmlOf(inLanguage(<FirstPaintCurve {...pictured()} />));
  if (!EMPTY_PLOT.test(page)) throw new Error('the opening has no plot to draw the curve into');
  const drawn = page.replace(EMPTY_PLOT, (_, open: string, close: string) => open + curve + close);
  return `<div class="first-paint" ${marksOf(language)} inert aria-hidden="true">${drawn}</div>`;
}

/** The curve on the screen, computed as the page does. */
function pictured() {
  const { experiment } = openingState(0);
  const trace = firstAnswer('trace', { experiment });
  const landscape = firstAnswer('landscape', { experiment, view: currentView() });
  const start = trace?.runs[0]?.params[0];
  const minimum = trace?.minima[0]?.[0];
  if (landscape === null || start === undefined || minimum === undefined)
    throw new Error('the first stop of the opening has no curve, start or minimum to draw');
  return { landscape, start, minimum };
}

/** The HTML of a component, when all that it loads has loaded. */
async function htmlOf(part: ReactElement): Promise<string> {
  const { prelude } = await prerender(part);
  return new Response(prelude).text();
}
