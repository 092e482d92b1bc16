import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { complaintCodes, nameFaultCodes } from '../experiment';
import { binaryKinds, columnKinds, csvFaultCodes, encodings, obstacleCodes, rowFaultKinds } from '../experiment/csv';
import { logFaultCodes } from '../experiment/log';
import { formulaErrorCodes } from '../formula';
import { problemCodes } from '../formula/informal';
import { languages, loadLaterMessages, loadMessages, type Language } from '.';

type Tree = { readonly [key: string]: string | Tree };

/** Every message by its dotted key. */
const flat = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );

/** Names in braces; `{count, plural, one {# step} other {# steps}}` has one, `count`. */
const placeholders = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name = '']) => name))].sort();

const all = async (language: Language): Promise<Tree> => ({
  ...(await loadMessages(language)),
  ...(await loadLaterMessages(language)),
});

const catalogues = new Map<Language, Tree>(
  await Promise.all(languages.map(async (language) => [language, await all(language)] as const)),
);

/** The sentences of a text. */
const sentences = (text: string): string[] =>
  text.split(/[.。](?=\s|$|[^\x20-\x7e])/).filter((part) => part.trim() !== '');

const byKey = (language: Language) => new Map(flat(catalogues.get(language) ?? {}));

describe('the message catalogues', () => {
  const english = byKey('en');

  it.each(languages.filter((language) => language !== 'en'))(
    'say in %s everything that is said in English',
    (language) => {
      expect([...byKey(language).keys()].sort()).toEqual([...english.keys()].sort());
    },
  );

  it.each(languages.filter((language) => language !== 'en'))('use the same placeholders in %s', (language) => {
    const other = byKey(language);
    for (const [key, message] of english)
      expect([key, placeholders(other.get(key) ?? '')]).toEqual([key, placeholders(message)]);
  });

  it.each(languages)('can be formatted in %s with every placeholder filled', (language) => {
    const errors: unknown[] = [];
    for (const [, message] of byKey(language)) {
      const values = Object.fromEntries(placeholders(message).map((name) => [name, 3]));
      const translate = createTranslator({
        locale: language,
        messages: { message },
        onError: (error) => errors.push(error),
      });
      expect(translate('message', values)).not.toMatch(/[{}]/);
    }
    expect(errors).toEqual([]);
  });

  it.each(languages)('know in %s every complaint and what it is about', (language) => {
    const found = byKey(language);
    for (const [code, names] of Object.entries(complaintCodes)) {
      const known = new Set<string>(['field', 'value', ...names]);
      const used = placeholders(found.get(`complaint.${code}`) ?? '{missing}');
      expect([code, used.filter((name) => !known.has(name))]).toEqual([code, []]);
    }
  });

  it.each(languages)('know in %s everything that can be wrong with a file of data', (language) => {
    const found = byKey(language);
    for (const [code, names] of Object.entries(csvFaultCodes)) {
      const used = placeholders(found.get(`csv.fault.${code}`) ?? '{missing}');
      expect([code, used.filter((name) => !names.some((known) => known === name))]).toEqual([code, []]);
    }
  });

  it.each(languages)('offer in %s a way out of everything that can be wrong with a file of data', (language) => {
    const found = byKey(language);
    for (const code of Object.keys(csvFaultCodes)) {
      for (const kind of [...binaryKinds, 'json', 'markup']) {
        const translate = createTranslator({
          locale: language,
          messages: { message: found.get(`csv.fault.${code}`) ?? '' },
        });
        const values = { kind, text: 'low', first: 'a', second: 'b', found: 3, expected: 2, min: 2, max: 20 };
        // What is wrong, and then what to do.
        expect([code, kind, sentences(translate('message', values)).length]).not.toEqual([code, kind, 1]);
      }
    }
  });

  it.each(languages)('have in %s a word for everything that is said about a file of data', (language) => {
    const found = byKey(language);
    const keys = [
      ...encodings.map((encoding) => `csv.encodings.${encoding}`),
      ...columnKinds.filter((kind) => kind !== 'numbers').map((kind) => `csv.kind.${kind}`),
      ...obstacleCodes.map((code) => `csv.obstacle.${code}`),
      ...rowFaultKinds.map((kind) => `csv.unusable.${kind}`),
    ];
    expect(keys.filter((key) => !found.has(key))).toEqual([]);
  });

  it.each(languages)('know in %s everything that can be wrong with a log', (language) => {
    const found = byKey(language);
    for (const [code, names] of Object.entries<readonly string[]>(logFaultCodes)) {
      const used = placeholders(found.get(`log.fault.${code}`) ?? '{missing}');
      expect([code, used.filter((name) => !names.includes(name))]).toEqual([code, []]);
    }
  });

  it.each(languages)('offer in %s a way out of everything that can be wrong with a log', (language) => {
    const found = byKey(language);
    for (const code of Object.keys(logFaultCodes))
      expect([code, sentences(found.get(`log.fault.${code}`) ?? '').length]).not.toEqual([code, 1]);
  });

  it.each(languages)('offer in %s a way out of every error of a formula', (language) => {
    const found = byKey(language);
    for (const code of formulaErrorCodes) {
      const message = found.get(`formula.${code}`) ?? '';
      // What is wrong; what to write. Where something else was expected, it is named.
      expect([code, /[;；]\s*\S/.test(message) || message.includes('{wanted}')]).toEqual([code, true]);
    }
  });

  it.each(languages)('name in %s the value and what is allowed in every complaint', (language) => {
    const found = byKey(language);
    for (const [code, names] of Object.entries<readonly string[]>(complaintCodes)) {
      const used = placeholders(found.get(`complaint.${code}`) ?? '');
      // Where nothing is allowed, the cure is to leave the value out.
      const namesAllowed = names.length === 0 || used.some((name) => names.includes(name));
      expect([code, used.includes('value'), namesAllowed]).toEqual([code, true, true]);
    }
  });

  it.each(languages)('say in %s what to do about a name that cannot be a parameter', (language) => {
    const found = byKey(language);
    const cures: Partial<Record<Language, RegExp>> = { en: /[;.] \S|^Name /, zh: /请|可以/ };
    const isCure = cures[language] ?? /./;
    for (const code of nameFaultCodes)
      expect([code, found.get(`custom.names.${code}`)]).toEqual([code, expect.stringMatching(isCure)]);
  });

  it.each(languages)('know in %s every error of a formula', (language) => {
    const found = byKey(language);
    for (const code of formulaErrorCodes) expect(found.get(`formula.${code}`)?.length ?? 0).toBeGreaterThan(0);
  });

  it.each(languages)('know in %s why a typed formula is refused, and the cure', (language) => {
    const found = byKey(language);
    for (const code of problemCodes)
      for (const part of ['wrong', 'cure'])
        expect(found.get(`reading.${part}.${code}`)?.length ?? 0).toBeGreaterThan(0);
    for (const code of nameFaultCodes) expect(found.get(`custom.names.${code}`)?.length ?? 0).toBeGreaterThan(0);
  });
});
