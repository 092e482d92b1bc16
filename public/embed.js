// @ts-check
/*
 * <overshoot-plot>: a stage of Overshoot in another page (docs/embedding.md).
 *
 *   <script src="https://overshoot.example/embed.js" async></script>
 *   <overshoot-plot title="Momentum" link="v=1&amp;p=rosenbrock&amp;stage=path;0.lr"></overshoot-plot>
 *
 * A classic script, because those load from any host without further headers.
 */
(() => {
  /** @typedef {import('../src/workbench/embedding/protocol').EmbedRequest} EmbedRequest */
  /** @typedef {import('../src/workbench/embedding/protocol').EmbedEvent} EmbedEvent */
  /** @typedef {import('../src/workbench/embedding/protocol').EmbedAnswer} EmbedAnswer */
  /** @typedef {{ resolve: (answer: unknown) => void, reject: (error: Error) => void }} Pending */

  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || customElements.get('overshoot-plot')) return;
  /** embed.html lies beside this script. */
  const page = new URL('embed.html', script.src);

  /** Pixels until the embed has told its height. */
  const FIRST_HEIGHT = 480;

  /** @param {string} link a fragment, or an address with one */
  const fragmentOf = (link) => link.slice(link.indexOf('#') + 1);

  class OvershootPlot extends HTMLElement {
    static observedAttributes = ['link'];

    /** @type {HTMLIFrameElement | null} */
    #frame = null;
    #isReady = false;
    #lastId = 0;
    /** @type {(() => void)[]} what waits for the embed */
    #waiting = [];
    /** @type {Map<unknown, Pending>} */
    #pending = new Map();
    /** @param {MessageEvent} event */
    #receive = (event) => this.#onMessage(event);

    connectedCallback() {
      addEventListener('message', this.#receive);
      this.#frame = document.createElement('iframe');
      this.#frame.src = this.#address();
      this.#frame.title = this.getAttribute('title') || 'Overshoot';
      this.#frame.loading = 'lazy';
      this.#frame.allow = 'fullscreen';
      this.#frame.style.cssText = `display: block; inline-size: 100%; block-size: ${FIRST_HEIGHT}px; border: 0; color-scheme: normal`;
      if (!this.style.display) this.style.display = 'block';
      this.replaceChildren(this.#frame);
    }

    disconnectedCallback() {
      removeEventListener('message', this.#receive);
      this.#frame?.remove();
      this.#frame = null;
      this.#isReady = false;
      for (const { reject } of this.#pending.values()) reject(new Error('the embed was taken out of the page'));
      this.#pending.clear();
    }

    attributeChangedCallback() {
      // Only the fragment differs, so nothing is loaded again; and it adds nothing to the history.
      if (this.#frame) this.#frame.contentWindow?.location.replace(this.#address());
    }

    /** Shows an experiment, as JSON. @param {Extract<EmbedRequest, { request: 'open' }>['experiment']} experiment */
    open = (experiment) => this.#ask({ request: 'open', experiment });
    /** Shows what a link says. @param {string} link */
    openLink = (link) => this.#ask({ request: 'openLink', link });
    /** @param {number | 'end'} step */
    step = (step) => this.#ask({ request: 'step', step });
    play = () => this.#ask({ request: 'play' });
    pause = () => this.#ask({ request: 'pause' });
    experiment = () => this.#ask({ request: 'experiment' });
    outcomes = () => this.#ask({ request: 'outcomes' });
    traces = () => this.#ask({ request: 'traces' });

    #address() {
      const address = new URL(page);
      address.searchParams.set('height', 'auto');
      address.searchParams.set('origins', this.getAttribute('origins') ?? self.origin);
      for (const name of ['theme', 'lang']) {
        const value = this.getAttribute(name);
        if (value !== null) address.searchParams.set(name, value);
      }
      address.hash = fragmentOf(this.getAttribute('link') ?? '');
      return address.href;
    }

    /**
     * Sends a request once the embed is there, and resolves to its answer.
     * @param {EmbedRequest extends infer Request ? Request extends EmbedRequest ? Omit<Request, 'overshoot' | 'id'> : never : never} request
     * @returns {Promise<unknown>}
     */
    #ask(request) {
      return new Promise((resolve, reject) => {
        const send = () => {
          this.#lastId += 1;
          this.#pending.set(this.#lastId, { resolve, reject });
          this.#frame?.contentWindow?.postMessage({ overshoot: 1, id: this.#lastId, ...request }, page.origin);
        };
        if (this.#isReady) send();
        else this.#waiting.push(send);
      });
    }

    /** @param {MessageEvent} received */
    #onMessage(received) {
      const { source, origin } = received;
      if (source !== this.#frame?.contentWindow || origin !== page.origin) return;
      /** @type {unknown} */
      const data = received.data;
      const message = /** @type {EmbedEvent | EmbedAnswer} */ (data);
      if (message?.overshoot !== 1) return;
      if ('event' in message) this.#onEvent(message);
      else this.#onAnswer(message);
    }

    /** @param {EmbedAnswer} answer */
    #onAnswer(answer) {
      const pending = this.#pending.get(answer.id);
      this.#pending.delete(answer.id);
      if ('error' in answer) {
        const error = Object.assign(new Error(answer.error.message), { code: answer.error.code });
        if (pending) pending.reject(error);
        else this.#dispatch('error', answer.error);
      } else pending?.resolve(answer.answer);
    }

    /** @param {EmbedEvent} message */
    #onEvent(message) {
      const { event } = message;
      if (message.event === 'height' && this.#frame) this.#frame.style.blockSize = `${message.height}px`;
      if (event === 'ready') {
        this.#isReady = true;
        // The rejection says that this page's origin is not allowed, for which the host has chosen.
        this.#ask({ request: 'listen' }).catch((/** @type {Error} */ { message: text }) =>
          this.#dispatch('error', { message: text }),
        );
        for (const send of this.#waiting.splice(0)) send();
      }
      this.#dispatch(event, message);
    }

    /** @param {string} name @param {unknown} detail */
    #dispatch(name, detail) {
      this.dispatchEvent(new CustomEvent(`overshoot-${name}`, { detail, bubbles: true }));
    }
  }

  customElements.define('overshoot-plot', OvershootPlot);
})();
