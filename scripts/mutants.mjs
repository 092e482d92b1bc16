/**
 * npm run mutants: changes the code in one small place at a time (a mutant) and runs the unit tests of its folder, which
 * should notice. Prints the share of mutants that they killed and lists the survivors; docs/mutants.md says how to read them.
 * npm run mutants -- src/formula src/engine/trace: only these folders, or files.
 * npm run mutants -- src/formula 0.1 7: a tenth of its mutants, sampled with the seed 7.
 * npm run mutants -- src/formula/domain.ts src/formula/domain.test.ts: with these tests alone, which is quick.
 */
import { Stryker } from '@stryker-mutator/core';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { argv, env, exit } from 'node:process';
import { root } from './commands.mjs';
import { options } from './mutants/options.mjs';
import { scoreOf } from './mutants/score.mjs';

/** Folders whose code is mutated, with the tests that should notice: their own, and those elsewhere that are about them. */
const testsOf = {
  'src/formula': ['src/formula/**/*.test.ts'],
  'src/experiment': ['src/experiment/**/*.test.ts'],
  'src/engine/trace': [
    'src/engine/trace/**/*.test.ts',
    'src/engine/worker/traceAssembly.test.ts',
    'src/plots/lines/evaluations.test.ts',
  ],
  'src/engine/theory': ['src/engine/theory/**/*.test.ts'],
};

/** Share of mutants that the tests must kill in each folder. */
const REQUIRED = 0.85;

const isNumber = (/** @type {string} */ arg) => Number.isFinite(Number(arg));
const [fraction = '1', seed = '1'] = argv.slice(2).filter(isNumber);
const named = argv.slice(2).filter((arg) => !isNumber(arg));
const namedTests = named.filter((name) => name.endsWith('.test.ts'));
const namedPlaces = named.filter((name) => !namedTests.includes(name)).map((place) => place.replace(/[\\/]+$/, ''));
const places = namedPlaces.length > 0 ? namedPlaces : Object.keys(testsOf);

/** @param {string} place a folder or a file, relative to the root */
const mutantsIn = (place) => {
  const tests = Object.entries(testsOf).find(([folder]) => `${place}/`.startsWith(`${folder}/`))?.[1];
  if (!tests) throw new RangeError(`${place} is in none of ${Object.keys(testsOf).join(', ')}`);
  env.MUTANTS_TESTS = JSON.stringify(namedTests.length > 0 ? namedTests : tests);
  const report = join('.cache/mutants', place.replaceAll('/', '-'));
  const stryker = new Stryker({
    ...options,
    mutate: statSync(join(root, place)).isDirectory()
      ? [`${place}/**/*.ts`, `!${place}/**/*.test.ts`, `!${place}/**/testing/**`]
      : [place],
    jsonReporter: { fileName: `${report}.json` },
    htmlReporter: { fileName: `${report}.html` },
  });
  return stryker.runMutationTest();
};

process.chdir(root);
Object.assign(env, { MUTANTS_FRACTION: fraction, MUTANTS_SEED: seed });
/** @type {string[]} */
const table = [];
let isEnough = true;
for (const place of places) {
  const score = scoreOf(await mutantsIn(place));
  table.push(`| ${place} | ${score.row.join(' | ')} |`);
  isEnough &&= score.killed >= REQUIRED * score.valid;
}
console.log(
  `\n| place | mutants | killed | survived | without a test | score | 95% interval |\n|---|---|---|---|---|---|---|\n${table.join('\n')}`,
);
if (!isEnough) exit(1);
