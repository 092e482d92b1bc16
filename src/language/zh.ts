import plots from './plots.zh.json';
import zh from './zh.json';

export const chinese = { ...zh, plots };
