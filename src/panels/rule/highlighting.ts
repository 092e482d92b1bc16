import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import { operators } from '../../formula';
import { specialNames } from '../../formula/syntax';
import { knownNames } from './words';

const functions: ReadonlySet<string> = new Set([...Object.keys(operators), ...specialNames]);
const known: ReadonlySet<string> = new Set([...knownNames, 'true', 'false']);
const keywords: ReadonlySet<string> = new Set(['state', 'draw', 'repeat', 'end', 'in', 'log', 'linear', 'oneMinus']);

/** Colours of words by what they are; whether a rule is right is for its parser to say. */
const language = StreamLanguage.define({
  name: 'rule',
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match('#')) {
      stream.skipToEnd();
      return 'comment';
    }
    if (stream.match(/^(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+-]?\d+)?/)) return 'number';
    const word = stream.match(/^[A-Za-z][A-Za-z0-9_]*/);
    if (!Array.isArray(word)) {
      stream.next();
      return null;
    }
    const [text = ''] = word;
    const isCall = /^\s*\(/.test(stream.string.slice(stream.pos));
    if (functions.has(text) && isCall) return 'function';
    if (keywords.has(text)) return 'keyword';
    return known.has(text) ? 'atom' : 'variableName';
  },
  tokenTable: { function: tags.function(tags.variableName) },
  languageData: { commentTokens: { line: '#' } },
});

const style = HighlightStyle.define([
  { tag: tags.comment, class: 'rule-word-comment' },
  { tag: tags.number, class: 'rule-word-number' },
  { tag: tags.keyword, class: 'rule-word-keyword' },
  { tag: tags.atom, class: 'rule-word-known' },
  { tag: tags.function(tags.variableName), class: 'rule-word-function' },
]);

export const ruleHighlighting: Extension = [language, syntaxHighlighting(style)];
