let write = (): string => location.href;

/**
 * The address that opens what is on the screen now. The code that writes addresses loads after the first picture;
 * until then this is the page's own address.
 */
export const currentAddress = (): string => write();

/** Sets the function that writes addresses. */
export const setAddressWriter = (writer: () => string): void => {
  write = writer;
};
