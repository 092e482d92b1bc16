import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from './commands.mjs';

/* The rules of .dependency-cruiser.mjs, on a small tree of planted files. */

interface Report {
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[];
  };
}

const tree = mkdtempSync(join(tmpdir(), 'imports-'));
afterAll(() => rmSync(tree, { recursive: true }));

/** Files that others import. */
const targets = [
  'src/engine/types.ts',
  'src/experiment/types.ts',
  'src/panels/Card.ts',
  'src/main.ts',
  'src/language/messages.ts',
  'src/language/languages.ts',
  'src/language/en/formula.json',
  'src/language/en/complaints.json',
  'src/formula/parse.ts',
  'src/lessons/list.ts',
  'src/panels/Field.ts',
];

const refused = [
  ['src/experiment/link.ts', "import '../engine/types'", 'experiment-imports-downwards'],
  ['src/catalogue/problems/bowl.ts', "import '../../experiment/types'", 'catalogue-imports-downwards'],
  ['src/plots/PathPlot.ts', "import '../panels/Card'", 'plots-imports-downwards'],
  ['src/plots/Late.ts', "void import('../panels/Card')", 'plots-imports-downwards'],
  ['src/plots/Type.ts', "export type { Card } from '../panels/Card'", 'plots-imports-downwards'],
  ['src/workbench/store.ts', "import '../main'", 'workbench-imports-downwards'],
  ['src/engine/worker.ts', "import '../language/messages'", 'engine-imports-downwards'],
  ['src/language/en.ts', "import '../formula/parse'", 'language-imports-no-floor'],
  ['src/catalogue/errors.ts', "import '../language/en/formula.json'", 'catalogue-imports-downwards'],
  ['src/formula/complaints.ts', "import '../language/en/complaints.json'", 'formula-imports-downwards'],
  ['src/formula/tex.ts', "import 'react'", 'no-screen-packages-below'],
  ['src/engine/screen.ts', "import 'react-dom/client'", 'no-screen-packages-below'],
  ['src/experiment/array.ts', "import 'd3-array'", 'no-d3-in-pure-floors'],
  ['src/catalogue/contours.ts', "import 'd3-contour'", 'catalogue-samples-with-d3'],
  ['src/workbench/tensor.ts', "import '@tensorflow/tfjs-core'", 'tensorflow-in-engine-only'],
  ['src/start.ts', "import '@tensorflow/tfjs-core'", 'tensorflow-in-engine-only'],
  ['src/formula/file.ts', "import 'node:fs'", 'no-node-builtins'],
  ['src/formula/lost.ts', "import './nowhere'", 'resolvable'],
  ['src/formula/circle.ts', "import type { Round } from './round'; export type Circle = Round", 'no-file-circle'],
] as const;

/** Closes a circle of types with src/formula/circle.ts. */
const round = ['src/formula/round.ts', "import type { Circle } from './circle'; export type Round = Circle"] as const;

const accepted = [
  ['src/engine/kernel.ts', "import '../formula/parse'; import '@tensorflow/tfjs-core'; import 'd3-contour'"],
  ['src/catalogue/problems/valley.ts', "import 'd3-random'"],
  ['src/formula/errors.ts', "import '../language/en/formula.json'"],
  ['src/experiment/sentences.ts', "import '../language/en/complaints.json'; import '../language/languages'"],
  ['src/panels/Panel.ts', "import 'react'; import '../language/messages'; import './Field'"],
  ['src/other.ts', "import './lessons/list'; void import('./panels/Card')"],
  ['src/formula/parse.test.ts', "import 'node:fs'; import '../engine/types'"],
] as const;

for (const [file, code] of [
  ...targets.map((file) => [file, 'export type Card = 1'] as const),
  ...refused,
  round,
  ...accepted,
]) {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), `${code};\n`);
}
for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json', 'node_modules'])
  symlinkSync(join(root, file), join(tree, file));

function violations(): Report['summary']['violations'] {
  const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cli, 'src', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
  try {
    return (JSON.parse(execFileSync(process.execPath, args, { cwd: tree, encoding: 'utf8' })) as Report).summary
      .violations;
  } catch (error) {
    // It ends with the number of violations as its status.
    return (JSON.parse((error as { stdout: string }).stdout) as Report).summary.violations;
  }
}

const found = violations();
const rulesBrokenBy = (file: string) => found.filter(({ from }) => from === file).map(({ rule }) => rule.name);

test.each(refused)('%s may not say %s', (file, _code, rule) => {
  expect(rulesBrokenBy(file)).toContain(rule);
});

test.each(accepted)('%s may say %s', (file) => {
  expect(rulesBrokenBy(file)).toEqual([]);
});
