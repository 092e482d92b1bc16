import type { LanguageFacts } from '../facts';

export const en: LanguageFacts = { name: 'English', tag: 'en', direction: 'ltr', comma: ', ', colon: ': ' };
