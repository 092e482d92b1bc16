import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseExpression, parseRule } from '../../formula';
import { decodeLink } from '../link/link';
import { readPlaylist } from '../playlist/playlistJson';
import { parseExperiment, readExperiment } from './parse';
import { readSweep } from './sweepJson';

/* Every example of the documents is read by the code that they describe. */

const format = readFileSync('docs/experiment-format.md', 'utf8');
const language = readFileSync('docs/formula-language.md', 'utf8');
const readme = readFileSync('README.md', 'utf8');

/** Contents of the fenced blocks that are marked with a language, or with none. */
const blocks = (text: string, mark: string): string[] =>
  [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].flatMap(([, found, block = '']) => (found === mark ? [block] : []));

/** The JSON values of a block: one, or one a line. */
function valuesOf(block: string): object[] {
  const texts = /^\{.*\}\n\{/.test(block) ? block.trim().split('\n') : [block];
  return texts.map((text) => JSON.parse(text) as object);
}

/** The object literal after `before` in a block of JavaScript; its closing brace begins a line. */
function literalAfter(before: string, script: string): unknown {
  const text = script.slice(script.indexOf('{', script.indexOf(before)));
  const json = text
    .slice(0, text.search(/^\}/m) + 1)
    .replace(/([{,]\s*)(\w+):/g, '$1"$2":')
    .replaceAll("'", '"')
    .replace(/,(\s*[}\]])/g, '$1');
  return JSON.parse(json);
}

const complaintsOf = (json: unknown) => parseExperiment(json).complaints;

/** What an example may be, by a key that only it has. */
const readers: readonly (readonly [key: string, complaints: (example: object) => unknown])[] = [
  ['playlist', (list) => readPlaylist(list).complaints],
  ['version', complaintsOf],
  ['width', (sweep) => readSweep(sweep, readExperiment(experimentOfFormat)) && []],
  ['kind', (schedule) => complaintsOf({ ...base, runs: [{ optimizer: 'gd', schedule }] })],
  ['id', (problem) => complaintsOf({ ...base, problem })],
  ['loss', (problem) => complaintsOf({ ...base, problem })],
];

const base = { version: 1, problem: { id: 'rosenbrock' }, runs: [{ optimizer: 'gd' }] };

const examples = blocks(format, 'json').flatMap(valuesOf);
const experimentOfFormat = {
  ...examples.find((example) => 'version' in example),
  runs: [{ optimizer: 'sgd' }],
};

describe('docs/experiment-format.md', () => {
  test.each(examples.map((example) => [JSON.stringify(example), example] as const))('reads %s', (_, example) => {
    const reader = readers.find(([key]) => key in example);
    expect(reader?.[1](example)).toEqual([]);
  });

  /** What a link's field may need beside it. */
  const contexts = ['', 'p=linear-regression&', 'p=linear-regression&r=adam;batch=10&'];
  const table = format.slice(format.indexOf('| key | what it is | example |'), format.indexOf('- The same experiment'));
  const fields = table
    .split('\n')
    .slice(2)
    .flatMap((line) => [...(line.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, field = '']) => field));

  test('has an example for the fields of a link', () => expect(fields.length).toBeGreaterThan(20));

  test.each(fields)('reads the field %s of a link', (field) => {
    const complaints = contexts.map((context) => decodeLink(`${context}${field}`).complaints);
    expect(complaints).toContainEqual([]);
  });

  test.each([...format.matchAll(/`(#v=[^`]+)`/g)].map(([, link = '']) => link))('reads the link %s', (link) => {
    expect(decodeLink(link).complaints).toEqual([]);
  });
});

describe('README.md', () => {
  const [script = ''] = blocks(readme, 'js');

  test('has an experiment and a sweep that can be read', () => {
    const experiment = readExperiment(literalAfter('const experiment =', script));
    expect(readSweep(literalAfter('sweep(experiment,', script), experiment)).toMatchObject({ width: 256 });
  });
});

describe('docs/formula-language.md', () => {
  const names = ['x', 'w1', 'beta1', 'a', 'b', 'c', 'low', 'high'];
  const rows = language
    .slice(language.indexOf('| form | meaning |'), language.indexOf('`log` is the natural'))
    .split('\n');
  const forms = rows.slice(2).flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].flatMap(([, form = '']) =>
      // A list of functions of one argument, a bare operator, or an expression.
      /^\w+( \w+)+$/.test(form)
        ? form.split(' ').map((name) => `${name}(x)`)
        : /^\W+$/.test(form)
          ? [`a ${form} b`]
          : [form],
    ),
  );

  test.each(forms)('reads %s', (form) => {
    expect(() => parseExpression(form, names)).not.toThrow();
  });

  test.each(blocks(language, ''))('reads the rule %s', (rule) => {
    expect(rule.startsWith(`${parseRule(rule).name}(`)).toBe(true);
  });
});
