import type { LanguageFacts } from '../facts';

export const zh: LanguageFacts = { name: '中文', tag: 'zh-Hans', direction: 'ltr', comma: '，', colon: '：' };
