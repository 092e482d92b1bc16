import { PROTOCOL, type EmbedEvent } from './protocol';

/** What concerns nobody in particular, to whatever page is around. */
export const tellHost = (event: Extract<EmbedEvent, { readonly event: 'ready' | 'height' }>): void =>
  window.parent.postMessage(event, '*');

/** Tells the host the height of what the embed shows, now and whenever it changes. Returns a function that stops it. */
export function tellHeight(element: HTMLElement): () => void {
  const observer = new ResizeObserver(() =>
    tellHost({ overshoot: PROTOCOL, event: 'height', height: Math.ceil(element.getBoundingClientRect().height) }),
  );
  observer.observe(element);
  return () => observer.disconnect();
}
