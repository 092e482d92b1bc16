import later from './later.zh.json';
import why from './why.zh.json';

export const laterChinese = { ...later, why };
