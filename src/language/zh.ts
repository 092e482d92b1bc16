import complaint from './complaints.zh.json';
import plots from './plots.zh.json';
import zh from './zh.json';

export const chinese = { ...zh, complaint, plots };
