import { describe, expect, it } from 'vitest';
import { FormulaError, formulaSentence, parseExpression } from '../formula';
import { loadMessages, type Language } from '.';

function refusal(text: string): FormulaError {
  try {
    parseExpression(text, ['x']);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`"${text}" was read`);
}

async function say(language: Language, text: string): Promise<string> {
  return formulaSentence((await loadMessages(language)).formula, refusal(text));
}

const said: [text: string, english: string, chinese: string][] = [
  ['2x', 'found “x” where an operator or the end was expected', '此处是“x”，而应为运算符或结尾'],
  ['x +', 'the text ends where a number, a name or “(” was expected', '文本到此结束，而应为数、名称或“(”'],
  ['(x', 'the text ends where “)” was expected', '文本到此结束，而应为“)”'],
  ['sin x', 'found “x” where “(” was expected', '此处是“x”，而应为“(”'],
];

describe('what is wrong with a formula', () => {
  it.each(said)('%s, in both languages', async (text, english, chinese) => {
    expect(await say('en', text)).toBe(english);
    expect(await say('zh', text)).toBe(chinese);
  });

  it.each(said)('%s, for scripts', (text, english) => {
    expect(refusal(text).message.replace(/^at \d+: /, '')).toBe(english.replace(/[“”]/g, '"'));
  });
});
