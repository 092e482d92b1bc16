import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { root } from './commands.mjs';
import { entryTexts } from './entry-texts.mjs';

/**
 * Makes the folder of a language out of that of English, and adds its line to the list; of a language that is there, completes the
 * names of the entries. What is not translated stays English.
 * @param {string} tree root of the project
 * @param {string} code what links call the language: two or three letters of ISO 639
 */
export function addLanguage(tree, code) {
  if (!/^[a-z]{2,3}$/.test(code)) throw new Error(`"${code}" is no code of a language, such as fr`);
  const languages = join(tree, 'src', 'language');
  const folder = join(languages, code);
  if (!existsSync(folder)) {
    cpSync(join(languages, 'en'), folder, { recursive: true });
    writeFileSync(join(folder, 'language.ts'), factsOf(code));
    const list = join(languages, 'list.ts');
    writeFileSync(list, `${readFileSync(list, 'utf8')}export { ${code} } from './${code}/language';\n`);
  }
  const file = join(folder, 'entries.json');
  const known = existsSync(file) ? /** @type {Record<string, string>} */ (JSON.parse(readFileSync(file, 'utf8'))) : {};
  const entries = Object.fromEntries(entryTexts(tree).map((text) => [text, known[text] ?? text]));
  writeFileSync(file, `${JSON.stringify(entries, null, 2)}\n`);
}

/**
 * @param {string} code
 * @returns {string}
 */
function factsOf(code) {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  return `import type { LanguageFacts } from '../facts';

export const ${code}: LanguageFacts = { name: '${name}', tag: '${code}', direction: '${directionOf(code)}', comma: ', ', colon: ': ' };
`;
}

/** Not every engine that runs this knows the direction of a script. */
const fromRightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm']);

/** @param {string} code */
const directionOf = (code) => (fromRightToLeft.has(new Intl.Locale(code).maximize().script ?? '') ? 'rtl' : 'ltr');

if (argv[1] && pathToFileURL(argv[1]).href === import.meta.url) addLanguage(root, argv[2] ?? '');
