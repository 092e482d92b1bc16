/** Whether this is embed.html, a stage inside of a page that is not ours; that page has the wheel, the keys and the address. */
export const isEmbedded = (): boolean => document.documentElement.dataset['embed'] !== undefined;
