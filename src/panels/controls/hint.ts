/**
 * Attributes of an element that a sentence explains: on hover, when the keyboard's focus is inside it, and when its
 * `.setting-label` is pressed (Tips.tsx). They wrap nothing, so the element stays the same when the tips load.
 * @param text nothing is shown while it is empty
 * @param title the name of what is explained, if it is not visible elsewhere
 */
export const hint = (text: string, title?: string) => ({
  'data-hint': text || undefined,
  'data-hint-title': title,
});
