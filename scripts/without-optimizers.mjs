/** The module of TensorFlow.js that makes its own optimizers loadable by name. */
const REGISTRY = /[\\/]tfjs-core[\\/]dist[\\/]optimizers[\\/]register_optimizers\.js$/;

/**
 * Leaves the optimizers of TensorFlow.js out of the worker, several kB gzipped: its main module registers them, which keeps them in a
 * bundle although nothing uses them. The page's own are programs of their rules. Should that module move, the worker's budget
 * (`npm run size`) is exceeded.
 * @returns {import('vite').Plugin}
 */
export const withoutOptimizers = () => ({
  name: 'without-optimizers',
  apply: 'build',
  transform: (_code, id) => (REGISTRY.test(id) ? { code: 'export function registerOptimizers() {}', map: null } : null),
});
