import formula from './formula.json';
import page from './page.json';
import plots from './plots.json';
import stage from './stage.json';

/** The sentences of the first picture. */
export const messages = { ...page, formula, plots, stage };
