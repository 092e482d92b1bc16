import { expect, test } from 'vitest';
import { isAllowed, readEmbedOptions } from './embedOptions';

test('the query of an embed', () => {
  expect(readEmbedOptions('')).toEqual({ origins: [], growsFreely: false });
  const query = '?origins=https%3A%2F%2Fa.example+https%3A%2F%2Fb.example&theme=dark&lang=zh&height=auto&other=1';
  expect(readEmbedOptions(query)).toEqual({
    origins: ['https://a.example', 'https://b.example'],
    theme: 'dark',
    language: 'zh',
    growsFreely: true,
  });
  expect(readEmbedOptions('?theme=pink&lang=de')).toEqual({ origins: [], growsFreely: false });
});

test('only the origins that are named, whole, are allowed', () => {
  const options = readEmbedOptions('?origins=https://a.example');
  expect(isAllowed('https://a.example', options)).toBe(true);
  for (const other of ['http://a.example', 'https://a.example:8080', 'https://a.example.evil', 'https://a', 'null', ''])
    expect(isAllowed(other, options)).toBe(false);
  expect(isAllowed('https://any.example', readEmbedOptions('?origins=*'))).toBe(true);
  expect(isAllowed('null', readEmbedOptions('?origins=null'))).toBe(true);
  expect(isAllowed('https://a.example', readEmbedOptions(''))).toBe(false);
});
