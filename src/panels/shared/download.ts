/** Milliseconds for which the browser may read a file that it is to save. */
const READ_MS = 60_000;

/** Saves a text as a file, in the way of the browser. */
export function downloadText(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), READ_MS);
}
