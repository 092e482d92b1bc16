let ask = (): string => location.href;

/**
 * The address that opens what is on the screen now. What writes addresses loads after the first picture; until then
 * the page's own address is the one.
 */
export const currentAddress = (): string => ask();

/** Says who writes addresses. */
export const setAddressWriter = (write: () => string): void => {
  ask = write;
};
