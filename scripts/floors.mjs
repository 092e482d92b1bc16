/**
 * The floors of the house (docs/design.md, section 3), lowest first: a folder of `src` imports only folders
 * below it. Written here once, enforced by the linter; what stands directly in `src` (main.tsx) is the roof.
 * Tests may reach anywhere.
 */
const floors = ['formula', 'catalogue', 'experiment', 'engine', 'lessons', 'workbench', 'plots', 'panels'];

/** Floors whose code and tests run in plain Node in seconds: no screen, no drawing, no tensors. */
const pure = ['formula', 'catalogue', 'experiment'];

/** The message catalogues stand beside the house: these floors read them, and they read no floor. */
const readsLanguage = ['workbench', 'plots', 'panels'];

const screenPackages = ['react', 'react-dom', '@radix-ui/*', 'use-intl', 'zustand', 'zundo', 'katex'];

/**
 * Patterns, in the syntax of .gitignore, of the packages that a folder must not use.
 * @param {string} folder
 */
const forbiddenPackages = (folder) => [
  ...(folder === 'engine' ? [] : ['@tensorflow/*']),
  ...(folder === 'engine' || folder === 'lessons' || pure.includes(folder) ? screenPackages : []),
  ...(pure.includes(folder) ? ['d3-*'] : []),
  ...(folder === 'catalogue' ? ['!d3-random', '!d3-array'] : []),
  'node:*',
];

/** @param {string} folder */
const foldersAbove = (folder) => {
  const above = floors.slice(floors.indexOf(folder) + 1);
  return [...above, ...(folder === 'language' || readsLanguage.includes(folder) ? [] : ['language']), 'main'];
};

/**
 * @param {string} folder
 * @param {string[]} files
 * @returns {import('eslint').Linter.Config}
 */
const floorRule = (folder, files) => {
  const above = foldersAbove(folder);
  return {
    files,
    ignores: ['src/**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: above.flatMap((name) => [`../**/${name}`, `../**/${name}/**`]),
              message: `${folder} imports only floors below it (scripts/floors.mjs).`,
            },
            {
              group: forbiddenPackages(folder),
              message: `This package is not for ${folder} (scripts/floors.mjs).`,
            },
          ],
        },
      ],
      // The rule above does not see import(): the same floors, for what loads later.
      'no-restricted-syntax': [
        'error',
        {
          selector: `ImportExpression > Literal[value=/^\\.\\.\\u002F(.*\\u002F)?(${above.join('|')})(\\u002F|$)/]`,
          message: `${folder} imports only floors below it (scripts/floors.mjs).`,
        },
      ],
    },
  };
};

/**
 * ESLint configuration: one entry per folder of `src`, and one for its roof.
 * @type {import('eslint').Linter.Config[]}
 */
export const floorRules = [
  ...[...floors, 'language'].map((folder) => floorRule(folder, [`src/${folder}/**/*.{ts,tsx}`])),
  {
    files: ['src/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ group: ['@tensorflow/*', 'node:*'], message: 'TensorFlow.js is imported by the engine alone.' }],
        },
      ],
    },
  },
];
