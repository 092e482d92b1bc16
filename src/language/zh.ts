import plots from './plots.zh.json';
import why from './why.zh.json';
import zh from './zh.json';

export const chinese = { ...zh, plots, why };
