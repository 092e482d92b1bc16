import { useEffect, useState } from 'react';

/** Milliseconds for which a button says that something was copied. */
const CONFIRMED_MS = 4000;

/** After so many milliseconds without a word from the browser, nothing has been copied. */
const COPY_MS = 1000;

/**
 * Copies a text. Rejects where the browser forbids it or does not answer; pages that are served neither over https nor
 * from this machine have no clipboard at all.
 */
async function copyText(text: string): Promise<void> {
  const clipboard: Clipboard | undefined = isSecureContext ? navigator.clipboard : undefined;
  if (!clipboard) throw new Error('this page has no clipboard');
  // Inside of a function that is awaited, so that one that throws at once does not leave the other promise alone.
  const written = (async () => clipboard.writeText(text))();
  const tooLate = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('the clipboard did not answer')), COPY_MS),
  );
  await Promise.race([written, tooLate]);
}

export interface Copying {
  /** `copied` for a few seconds, `refused` until it is reset. */
  readonly state: 'idle' | 'copied' | 'refused';
  readonly copy: (text: string) => void;
  readonly reset: () => void;
}

/** Copies texts for a button that says what came of it. */
export function useCopy(): Copying {
  const [state, setState] = useState<Copying['state']>('idle');
  const reset = () => setState('idle');
  useEffect(() => {
    if (state !== 'copied') return undefined;
    const timer = setTimeout(reset, CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = (text: string) => {
    copyText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return { state, copy, reset };
}
