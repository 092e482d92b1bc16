import { isEmbedded } from '../stores/isEmbedded';

let write = (): string => location.href;

/**
 * The address that opens what is on the screen now. The code that writes addresses loads after the first picture;
 * until then this is the page's own address.
 */
export const currentAddress = (): string => write();

/** The address of the page without a fragment; an embed lies in the same folder. */
export const pageAddress = (): string =>
  isEmbedded() ? new URL('./', location.href).href : (location.href.split('#')[0] ?? '');

/** Sets the function that writes addresses. */
export const setAddressWriter = (writer: () => string): void => {
  write = writer;
};
