// The names before the split into two files, until every import has the new ones.
export { defaultView as ownView } from './parameterViews';
export { settingsOf } from './problem';
