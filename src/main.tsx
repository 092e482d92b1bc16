// First of all: it names the order of the layers, before any style sheet puts something into one.
import './panels/styles/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './panels/firstPaint/firstPaint.css';
import { uncover } from './panels/firstPaint/uncover';
import { loadFirstScreen, Page } from './panels/page/Page';
import { installTrustPolicy } from './trust';
import { startWorkbench } from './workbench/start';
import { isEmbedded } from './workbench/stores/isEmbedded';

/** Not awaited at the top of this module: what is loaded later imports from it, and would wait for it for ever. */
async function main(): Promise<void> {
  installTrustPolicy();
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no element with the id "root"');
  if (isEmbedded()) {
    const { showEmbed } = await import('./panels/embed/showEmbed');
    return showEmbed(root);
  }
  uncover();
  await startWorkbench();
  await loadFirstScreen();
  // At once: in slices, as a transition, the first curve would come after all late parts, on a slow processor half a second later.
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}

void main();
