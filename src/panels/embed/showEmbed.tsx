import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startEmbed } from '../../workbench/embedding/startEmbed';
import { EmbedPage } from './EmbedPage';

/** Shows the stage of the link in the address, and nothing else. */
export async function showEmbed(root: HTMLElement): Promise<void> {
  const onShown = await startEmbed();
  createRoot(root).render(
    <StrictMode>
      <EmbedPage onShown={onShown} />
    </StrictMode>,
  );
}
