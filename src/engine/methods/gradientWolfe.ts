import { lineDescent } from './lineDescent';
import { times } from './vectors';
import { wolfeSearch } from './wolfeSearch';
import { setting } from './setting';

/** Steepest descent with a search for the strong Wolfe conditions: Nocedal & Wright, Numerical Optimization (2nd ed.), (2.14), Algorithm 3.5. */
export const gradientWolfe = lineDescent((objective, hyper) => ({
  direction: ({ gradient }) => times(-1, gradient),
  search: (line) => wolfeSearch(objective, line, { c1: setting(hyper, 'c1'), c2: setting(hyper, 'c2') }),
}));
