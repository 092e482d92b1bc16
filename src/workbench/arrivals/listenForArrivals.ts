import { loadForAction } from '../../late/loadOnce';

const loadArrivals = loadForAction(() => import('./takeText'));

/** Fields and what can be edited take what is pasted themselves. */
const takesText = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, [contenteditable]:not([contenteditable="false"])') !== null;

export const carriesFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

/**
 * What is pasted anywhere else on the page, or dropped on it as a file, is looked at: a link, an experiment or a log is offered to be
 * opened, and everything else is data. From the first moment on, for a browser leaves the page to show a file that nobody takes.
 */
export function listenForArrivals(): void {
  document.addEventListener('paste', ({ target, clipboardData }) => {
    const text = clipboardData?.getData('text/plain') ?? '';
    const file = clipboardData?.files[0];
    if (takesText(target) || (text === '' && !file)) return;
    void loadArrivals().then(({ takeText, takeFile }) => (text === '' && file ? takeFile(file) : takeText(text)));
  });
  document.addEventListener('dragover', (event) => {
    if (carriesFiles(event)) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) void loadArrivals().then(({ takeFile }) => takeFile(file));
  });
}
