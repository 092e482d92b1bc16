/* Every language of the page: one line each. The name is the one that links and folders have. */
export { en } from './en/language';
export { zh } from './zh/language';
