import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Folders whose files hold texts in every language beside what they name. */
const folders = ['catalogue', 'lessons', 'questions'];

/**
 * The English of every text that stands with its entry as `{ en: '…', zh: '…' }`, each once. A language that has no place there
 * names them by it, in its `entries.json`.
 * @param {string} root of the project
 * @returns {string[]}
 */
export function entryTexts(root) {
  const files = folders.flatMap((folder) => {
    const path = join(root, 'src', folder);
    return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => join(path, file));
  });
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).sort();
  const texts = sources.flatMap(textsIn);
  return [...new Set(texts)];
}

/** @param {string} file */
function textsIn(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  /** @type {string[]} */
  const texts = [];
  /** @param {import('typescript').Node} node */
  const visit = (node) => {
    if (ts.isObjectLiteralExpression(node)) texts.push(...textOf(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

/** @param {import('typescript').ObjectLiteralExpression} object */
function textOf({ properties }) {
  /** @param {string} name */
  const valueOf = (name) =>
    properties
      .filter((property) => ts.isPropertyAssignment(property))
      .find((property) => ts.isIdentifier(property.name) && property.name.text === name)?.initializer;
  const english = valueOf('en');
  return english && ts.isStringLiteralLike(english) && valueOf('zh') ? [english.text] : [];
}
