import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLossScale } from '../core/lossScale';
import { isOnUserData } from '../core/choice';
import { sentence } from '../core/sentences';
import { anyExperiment } from '../testing/arbitraryExperiments';
import { findLink } from './findLink';
import { decodeLink, encodeLink } from './link';

const link = 'v=1&p=rosenbrock;b=50&s=-1,2&n=90&r=sgd;momentum=0.9;nesterov&r=gd;lr=0.05';
const decoded = decodeLink(link);

/** Every character of a set percent-encoded, once or more. */
const encode = (text: string, characters: string, times: number): string => {
  const code = (character: string) =>
    Array.from({ length: times }).reduce<string>((done) => encodeURIComponent(done), character);
  return text.replace(/./g, (character) => (characters.includes(character) ? code(character) : character));
};

const glued = [
  '.',
  ')',
  ').',
  '>',
  ']',
  '"',
  '”',
  '’',
  '。',
  '）',
  '」。',
  '，看这里',
  '（打开）',
  '**',
  '`',
  '!',
  ',',
  ';',
  '…',
  '&gt;',
  '&quot;',
];

describe('a link is read as it was made after', () => {
  test.each(glued)('%s was glued to its end', (tail) => {
    expect(decodeLink(`#${link}${tail}`)).toEqual(decoded);
    expect(decodeLink(new URL(`https://example.org/#${link}${tail}`).hash)).toEqual(decoded);
  });

  test.each([
    ['%23 stands for the #', `%23${encodeURIComponent(link)}`],
    ['the whole was encoded twice', encodeURIComponent(encodeURIComponent(link))],
    [
      'the address around it was encoded',
      findLink(`https://safe.example/?url=${encodeURIComponent(`https://example.org/#${link}`)}&data=05`),
    ],
    ['&amp; was encoded', link.replaceAll('&', '&amp;')],
    [
      'a line end came after a separator',
      findLink(`look:\nhttps://example.org/#${link.replaceAll('&', '&\n')}\nThanks`),
    ],
    ['a line end came within a number', findLink(`https://example.org/#${link.slice(0, -1)}\n5`)],
    [
      'a mail quoted it',
      findLink(`> see https://example.org/#${link.replace(';nesterov', '\n> ;nesterov')}\n> and more`),
    ],
    ['a Chinese sentence held it', findLink(`请看（https://example.org/#${link}）这条链接`)],
    ['Markdown held it', findLink(`[this](https://example.org/#${link})`)],
    ['it was copied without its address', findLink(link)],
  ])('%s', (_, damaged) => {
    expect(decodeLink(damaged ?? '')).toEqual(decoded);
  });

  test('any of these happened to any link', () => {
    fc.assert(
      fc.property(
        anyExperiment.filter((experiment) => !isOnUserData(experiment)),
        fc.subarray([...';=,&']),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom('', ...glued),
        (experiment, characters, times, tail) => {
          const whole = encodeLink({ experiment, lossScale: defaultLossScale(experiment.problem), lossAxis: 'step' });
          expect(decodeLink(`${encode(whole, characters.join(''), times)}${tail}`)).toEqual(decodeLink(whole));
        },
      ),
    );
  });
});

test('a bracket that the last field opened itself stays', () => {
  const { problem } = decodeLink('v=1&vars=x&f=abs(x)').state.experiment;
  expect(problem).toMatchObject({ loss: 'abs(x)' });
  expect(decodeLink('v=1&vars=x&f=abs%28x%29)').state.experiment.problem).toEqual(problem);
});

test.each([
  ['v=1&p=booth&r=gd;lr=', '"lr="'],
  ['v=1&p=booth&r=', '"r="'],
  ['v=1&p=booth&f=x%5', '"%5"'],
])('%s gets a complaint that its end is missing', (cut, end) => {
  const { complaints } = decodeLink(cut);
  expect(complaints.map(({ code }) => code)).toContain('cutOff');
  expect(complaints.map(sentence).join()).toContain(end);
});

test.each(['x^2 + y^2', 'v=tomorrow', '#hashtag', 'a\nb', '{"version": 1}', 'https://example.org/#plots'])(
  '%s holds no link',
  (text) => {
    expect(findLink(text)).toBeNull();
  },
);

test('the next line of prose is not taken for the rest of a link', () => {
  expect(findLink(`https://example.org/#${link}\nThanks`)).toBe(link);
  expect(findLink(`https://example.org/#${link} 5`)).toBe(link);
});
