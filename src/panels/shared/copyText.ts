/** Milliseconds for which a button says that something was copied. */
export const CONFIRMED_MS = 4000;

/** After so many milliseconds without a word from the browser, nothing has been copied. */
const COPY_MS = 1000;

/**
 * Copies a text. Rejects where the browser forbids it or does not answer; pages that are served neither over https nor
 * from this machine have no clipboard at all.
 */
export async function copyText(text: string): Promise<void> {
  const clipboard: Clipboard | undefined = isSecureContext ? navigator.clipboard : undefined;
  if (!clipboard) throw new Error('this page has no clipboard');
  // Inside of a function that is awaited, so that one that throws at once does not leave the other promise alone.
  const written = (async () => clipboard.writeText(text))();
  const tooLate = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('the clipboard did not answer')), COPY_MS),
  );
  await Promise.race([written, tooLate]);
}
