/**
 * npm run fuzz: brings every door of the page (src/fuzz/doors) a million random inputs altogether, and prints what each did with them.
 * npm run fuzz -- 50000 7: as many inputs, from another seed.
 */
import { argv, exit } from 'node:process';
import { succeeds } from './commands.mjs';

const [inputs = '1000000', seed = '1'] = argv.slice(2);

console.log('| door | inputs | taken | kinds of refusals | seconds | longest, ms | heap, MB |');
const passed = succeeds(
  'npx',
  ['vitest', 'run', 'src/fuzz', '--testTimeout=0', '--execArgv=--expose-gc', '--reporter=verbose'],
  { FUZZ_INPUTS: inputs, FUZZ_SEED: seed },
);
if (!passed) exit(1);
