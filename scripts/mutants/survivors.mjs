import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';
import { describeChange } from './describeChange.mjs';
import { hasSurvived } from './score.mjs';

/** Prints every survivor as soon as it is known: a run takes long. @type {import('@stryker-mutator/api/report').Reporter} */
const survivors = {
  onMutantTested(mutant) {
    if (hasSurvived(mutant)) console.log(describeChange(mutant));
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Reporter, 'survivors', survivors)];
