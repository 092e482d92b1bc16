import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bowl } from '../src/lessons/opening/bowl';
import { root } from './commands.mjs';
import { entryTexts } from './entry-texts.mjs';
import { earlyScript, firstPaintHtml } from './first-paint.mjs';
import { addLanguage } from './language.mjs';

/* A third language, which is read from right to left, in a copy of the project. */

const tree = mkdtempSync(join(tmpdir(), 'language-'));
afterAll(() => rmSync(tree, { recursive: true }));

const inTree = (...path: string[]) => join(tree, 'src', 'language', ...path);

const filesOf = (folder: string) =>
  readdirSync(join(folder, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));

/** Replaces texts in a file of the new folder, as a translator does. */
function translate(file: string, change: Readonly<Record<string, string>>): void {
  const path = inTree('ar', file);
  const texts = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  expect(Object.keys(texts)).toEqual(expect.arrayContaining(Object.keys(change)));
  writeFileSync(path, JSON.stringify({ ...texts, ...change }));
}

beforeAll(() => {
  cpSync(join(root, 'src'), join(tree, 'src'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  addLanguage(tree, 'ar');
  translate('plots.json', { start: 'البداية' });
  translate('entries.json', { [bowl.title.en]: 'وعاء' });
});

test('it is one folder and one line', () => {
  const before = new Set(filesOf(root));
  const isNew = (file: string) =>
    !before.has(file) || !readFileSync(join(root, file)).equals(readFileSync(join(tree, file)));
  const changed = filesOf(tree).filter(isNew);
  const inFolder = (file: string) => file.startsWith(join('src', 'language', 'ar'));
  expect(changed.filter((file) => !inFolder(file))).toEqual([join('src', 'language', 'list.ts')]);
  const linesOf = (folder: string) => readFileSync(join(folder, 'src', 'language', 'list.ts'), 'utf8').split('\n');
  expect(linesOf(tree)).toHaveLength(linesOf(root).length + 1);
});

test('every language knows every entry, also where an entry has no place for it', () => {
  const withoutPlace = (folder: string) =>
    filesOf(folder).filter((file) => file.startsWith(join('src', 'language')) && file.endsWith('entries.json'));
  const named = [...withoutPlace(root).map((file) => join(root, file)), inTree('ar', 'entries.json')];
  for (const file of named)
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object)).toEqual(entryTexts(root));
});

test('what is translated stays when the folder is completed', () => {
  addLanguage(tree, 'ar');
  expect(readFileSync(inTree('ar', 'entries.json'), 'utf8')).toContain('وعاء');
});

test('the page is drawn in it from right to left, and in the others as before', async () => {
  const html = await firstPaintHtml(tree);
  const pictureIn = (language: string) =>
    new RegExp(
      `<div class="first-paint"[^>]* data-language="${language}".*?(?=<div class="first-paint"|<section class="from-file"|$)`,
      's',
    )
      .exec(html)?.[0]
      .replace(/\s+/g, ' ') ?? '';
  expect(pictureIn('ar')).toMatch(/^<div class="first-paint" lang="ar" dir="rtl"/);
  expect(pictureIn('ar')).toContain('البداية');
  expect(pictureIn('ar')).toContain('وعاء');
  expect(pictureIn('en')).toMatch(/^<div class="first-paint" lang="en" dir="ltr"/);
  expect(pictureIn('en')).toContain(bowl.title.en);
  expect(pictureIn('zh')).toContain(bowl.title.zh);
  // All of them, by the names that their speakers use, can be chosen.
  for (const language of ['ar', 'en', 'zh'])
    expect(pictureIn(language)).toMatch(/role="combobox"[^>]* aria-label="(Language|语言)"/);
  expect(pictureIn('ar')).toMatch(/role="combobox"[^>]* dir="rtl"/);
});

test('a browser that speaks it opens the page in it, from right to left', async () => {
  const root = { lang: '', dir: '', dataset: {} };
  runInNewContext(await earlyScript(tree), {
    document: { documentElement: root },
    localStorage: { getItem: () => null },
    location: { protocol: 'https:', hash: '' },
    matchMedia: () => ({ matches: false }),
    navigator: { languages: ['ar-EG', 'en'] },
  });
  expect(root).toMatchObject({ lang: 'ar', dir: 'rtl', dataset: { first: 'ar' } });
});
