import { loadOnce } from '../../late/loadOnce';

const loadArrivals = loadOnce(() => import('./takeText'));

/** Fields and what can be edited take what is pasted themselves. */
const takesText = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, [contenteditable]:not([contenteditable="false"])') !== null;

/** Something pasted anywhere else on the page is looked at: a link, an experiment or a log is offered to be opened. */
export function listenForPaste(): void {
  document.addEventListener('paste', ({ target, clipboardData }) => {
    const text = clipboardData?.getData('text/plain') ?? '';
    const file = clipboardData?.files[0];
    if (takesText(target) || (text === '' && !file)) return;
    void loadArrivals().then(({ takeText, takeFile }) => (text === '' && file ? takeFile(file) : takeText(text)));
  });
}
