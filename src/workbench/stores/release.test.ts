import { expect, test } from 'vitest';
import { isOtherBuild } from './release';

const page = (script: string) =>
  `<!doctype html><script type="module" crossorigin src="./assets/${script}"></script><div id="root"></div>`;
const own = ['./assets/index-1.js'];

test.each([
  ['the same build', page('index-1.js'), false],
  ['another build', page('index-2.js'), true],
  [
    'the page of a network that asks for a password',
    '<html><script type="module" src="/login.js"></script></html>',
    false,
  ],
  ['an error in words', 'not found', false],
])('%s', (_, html, isOther) => {
  expect(isOtherBuild(html, own)).toBe(isOther);
});
