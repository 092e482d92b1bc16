const fields = 'input:not([type=range], [type=checkbox], [type=radio]), textarea, [contenteditable=true]';

/** Whether something is a field that one types in: a tip that its focus opened would cover what changes with every key. */
export const isTypedIn = (target: EventTarget | null): boolean => target instanceof Element && target.matches(fields);
