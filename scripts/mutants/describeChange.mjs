import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { cwd } from 'node:process';

/** Longest piece of code that is printed, in characters. */
const LONGEST = 80;

const onOneLine = (/** @type {string} */ code) => {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};

/**
 * A mutant in one line: where it is, the code there, and what was put in its place.
 * @param {Pick<import('@stryker-mutator/api/core').MutantResult, 'fileName' | 'location' | 'mutatorName' | 'replacement' | 'status'>} mutant
 */
export const describeChange = ({ fileName, location: { start, end }, mutatorName, replacement, status }) => {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  lines[lines.length - 1] = (lines.at(-1) ?? '').slice(0, end.column - 1);
  lines[0] = (lines[0] ?? '').slice(start.column - 1);
  const place = `${relative(cwd(), fileName)}:${start.line}:${start.column}`;
  const reached = status === 'NoCoverage' ? ' (no test reaches it)' : '';
  return `${place} ${mutatorName}${reached}\n    ${onOneLine(lines.join('\n'))}\n    → ${onOneLine(replacement ?? '')}`;
};
