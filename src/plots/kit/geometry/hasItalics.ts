/** Whether a name may be set in italics: letters without capitals, such as Chinese ones, have none, and would be slanted. */
export const hasItalics = (name: string): boolean => !/\p{Lo}/u.test(name);
