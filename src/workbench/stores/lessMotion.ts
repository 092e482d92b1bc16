/** Whether the user has asked the system for less motion: then what would play stands there at its end. */
export const wantsLessMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
