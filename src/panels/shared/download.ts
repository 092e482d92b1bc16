/** Milliseconds for which the browser may read a file that it is to save. */
const READ_MS = 60_000;

/** Saves a text as a file, in the way of the browser. */
export const downloadText = (text: string, name: string, type: string): void =>
  downloadBlob(new Blob([text], { type }), name);

/** Saves a blob as a file, in the way of the browser. */
export function downloadBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), READ_MS);
}
