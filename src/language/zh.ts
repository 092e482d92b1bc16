import formula from './formula.zh.json';
import plots from './plots.zh.json';
import zh from './zh.json';

export const chinese = { ...zh, formula, plots };
