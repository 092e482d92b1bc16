/** Scrolls to the tabs below the plots, which a narrow page may show out of sight. */
export const bringLowerInSight = (): void => document.querySelector('.lower')?.scrollIntoView({ block: 'start' });
