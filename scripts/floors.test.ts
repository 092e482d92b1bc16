import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import { floorRules } from './floors.mjs';

/** What the floors have against one line of code in one file. */
const complaints = (file: string, code: string) =>
  new Linter().verify(code, [{ files: ['**/*.ts', '**/*.tsx'] }, ...floorRules], file).map((message) => message.ruleId);

describe('a floor', () => {
  test.each([
    ['src/experiment/link.ts', "import '../engine/types'"],
    ['src/catalogue/problems/bowl.ts', "import '../../experiment/types'"],
    ['src/plots/PathPlot.tsx', "import '../panels/Card'"],
    ['src/workbench/store.ts', "import '../main'"],
    ['src/engine/worker.ts', "import '../language/messages'"],
    ['src/language/en.ts', "import '../formula/parse'"],
    ['src/formula/tex.ts', "import 'react'"],
    ['src/engine/worker.ts', "import 'react-dom/client'"],
    ['src/experiment/link.ts', "import 'd3-array'"],
    ['src/catalogue/contours.ts', "import 'd3-contour'"],
    ['src/workbench/store.ts', "import '@tensorflow/tfjs-core'"],
    ['src/main.tsx', "import '@tensorflow/tfjs'"],
    ['src/formula/parse.ts', "import 'node:fs'"],
  ])('%s refuses %s', (file, code) => {
    expect(complaints(file, code)).toEqual(['no-restricted-imports']);
  });

  test('sees what loads later, too', () => {
    expect(complaints('src/plots/PathPlot.tsx', "void import('../panels/Card')")).toEqual(['no-restricted-syntax']);
  });

  test.each([
    ['src/engine/worker.ts', "import '../formula/parse'; import '@tensorflow/tfjs-core'; import 'd3-contour'"],
    ['src/catalogue/problems/bowl.ts', "import '../types'; import 'd3-random'"],
    ['src/panels/Card.tsx', "import 'react'; import '../plots/types'; import '../language/messages'; import './Field'"],
    ['src/main.tsx', "import './lessons/list'; void import('./panels/Help')"],
    ['src/formula/parse.test.ts', "import 'node:fs'; import '../engine/types'"],
  ])('%s accepts %s', (file, code) => {
    expect(complaints(file, code)).toEqual([]);
  });
});
