/**
 * What may import what, checked by `npm run imports` (docs/design.md says why).
 *
 * - Each folder of `src` is a floor and imports only floors below it.
 * - No imports form a circle: neither of files, nor of folders, nor through types alone.
 * - Each floor uses only the packages that are for it.
 *
 * Tests may reach anywhere and are left out.
 */

/** Lowest first. `language`, the message catalogues, stands beside the floors. */
const floors = [
  'formula',
  'catalogue',
  'experiment',
  'engine',
  'code',
  'lessons',
  'questions',
  'exports',
  'late',
  'workbench',
  'plots',
  'panels',
];

/** Floors whose code runs in plain Node: no screen, no canvas, no tensors. */
const pure = ['formula', 'catalogue', 'experiment'];

/**
 * The English sentences that lower floors read, because they put them into the errors that scripts get; links also name one
 * of the languages.
 */
const englishOfErrors = /** @type {Readonly<Partial<Record<string, string>>>} */ ({
  formula: '^src/language/en/(formula|reading)[.]json$',
  experiment: '^src/language/(en/complaints[.]json|languages[.]ts)$',
  engine: '^src/language/en/workerDeaths[.]json$',
});

/** Floors that show text and so read the message catalogues. */
const readsLanguage = ['late', 'workbench', 'plots', 'panels'];

const screenPackages = ['react', 'react-dom', '@radix-ui/', 'use-intl', 'zustand', 'zundo', 'katex'];

/** @param {readonly string[]} names */
const folders = (names) => `^src/(${names.join('|')})/`;

/** @param {readonly string[]} names beginnings of package names */
const packages = (names) => `(^|/)node_modules/(${names.join('|')})`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-file-circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-folder-circle', severity: 'error', scope: 'folder', from: {}, to: { circular: true } },
    ...floors.map((floor, i) => ({
      name: `${floor}-imports-downwards`,
      severity: /** @type {const} */ ('error'),
      from: { path: folders([floor]) },
      to: {
        path: `${folders([...floors.slice(i + 1), 'language'].filter((name) => !(name === 'language' && readsLanguage.includes(floor))))}|^src/main`,
        ...(englishOfErrors[floor] && { pathNot: englishOfErrors[floor] }),
      },
    })),
    {
      name: 'language-imports-no-floor',
      severity: 'error',
      from: { path: folders(['language']) },
      to: { path: `${folders(floors)}|^src/main` },
    },
    {
      name: 'tensorflow-in-engine-only',
      severity: 'error',
      from: { pathNot: folders(['engine']) },
      to: { path: packages(['@tensorflow/']) },
    },
    {
      name: 'no-screen-packages-below',
      severity: 'error',
      from: { path: folders([...pure, 'engine', 'code', 'lessons', 'questions', 'exports']) },
      to: { path: packages(screenPackages) },
    },
    {
      name: 'no-d3-in-pure-floors',
      severity: 'error',
      from: { path: folders(['formula', 'experiment']) },
      to: { path: packages(['d3-']) },
    },
    {
      name: 'catalogue-samples-with-d3',
      severity: 'error',
      from: { path: folders(['catalogue']) },
      to: { path: packages(['d3-']), pathNot: packages(['d3-random', 'd3-array']) },
    },
    { name: 'no-node-builtins', severity: 'error', from: {}, to: { dependencyTypes: ['core'] } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '[.]css$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.]test[.]tsx?$|/testing/|^src/fuzz/|[.]css$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
