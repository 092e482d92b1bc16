/** A page on a desktop, as Playwright opens it. */
export const desktop = { viewport: { width: 1440, height: 900 }, locale: 'en-US' };

/** Runs in the page before its own code does: the workbench is measured, not the opening of a first visit. */
export const skipOpening = () => localStorage.setItem('overshoot.opening', 'seen');
