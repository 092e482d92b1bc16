import type { Page } from '@playwright/test';

/** What the page and its worker said to each other (src/engine/worker/protocol.ts), as far as it tells whether an answer is still to come. */
interface Conversation {
  /** Of each kind of request the newest one that has not been answered to the end. */
  readonly open: Map<string, number>;
  answered: number;
  /** When the last message was sent or the document changed, in milliseconds since the page was opened. */
  changedAt: number;
}

declare global {
  interface Window {
    conversation?: Conversation;
  }
}

/** How long nothing may happen, in milliseconds: longer than any delay that the page makes on purpose (the small sweep waits 600). */
const QUIET_MS = 1000;

/** Notes what the page that is opened next asks its worker. */
export async function listenToWorker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const conversation: Conversation = { open: new Map(), answered: 0, changedAt: 0 };
    window.conversation = conversation;
    const changed = () => {
      conversation.changedAt = performance.now();
    };
    new MutationObserver(changed).observe(document, { subtree: true, childList: true, attributes: true });

    interface Message {
      readonly id?: number;
      readonly kind?: string;
      /** Of the answers to a request that come in parts. */
      readonly last?: boolean;
      /** Of an order to stop: the kind of request that is cancelled. */
      readonly request?: string;
    }
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        this.addEventListener('message', ({ data: { id, last } }: MessageEvent<Message>) => {
          changed();
          if (id === undefined || last === false) return;
          conversation.answered += 1;
          for (const [kind, newest] of conversation.open) if (newest === id) conversation.open.delete(kind);
        });
      }
      override postMessage(message: Message, options?: Transferable[] | StructuredSerializeOptions): void {
        changed();
        if (message.request !== undefined) conversation.open.delete(message.request);
        if (message.id !== undefined && message.kind !== undefined) conversation.open.set(message.kind, message.id);
        if (Array.isArray(options)) super.postMessage(message, options);
        else super.postMessage(message, options);
      }
    };
  });
}

/** Waits until everything that the page has asked for is there, fonts included, and nothing moves any more for `quietMs`. */
export async function untilSettled(page: Page, quietMs = QUIET_MS): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    (quiet) => {
      const { conversation } = window;
      if (!conversation) throw new Error('listenToWorker comes before the page is opened');
      const { open, answered, changedAt } = conversation;
      const isQuiet = answered > 0 && open.size === 0 && performance.now() - changedAt > quiet;
      return isQuiet && document.fonts.status === 'loaded';
    },
    quietMs,
    { polling: quietMs / 10 },
  );
}

/**
 * Has the browser draw the panel of the runs anew. What it has drawn while late parts arrived it may keep, shifted by a fraction of
 * a pixel, in one order of their arrival and not in another.
 */
export const drawPanelAnew = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const panel = document.querySelector<HTMLElement>('.runs');
    if (!panel) return;
    const { scrollTop } = panel;
    panel.style.display = 'none';
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    panel.style.display = '';
    panel.scrollTop = scrollTop;
  });
