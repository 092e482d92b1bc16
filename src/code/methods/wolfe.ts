import { lineDescent } from './lineDescent';
import type { MethodCode } from './types';
import { wolfeSearch } from './wolfeSearch';

export const wolfe: MethodCode = {
  alike: {
    jax: 'optax.scale_by_zoom_linesearch also looks for the strong Wolfe conditions, but starts from another first trial.',
    scipy: 'scipy.optimize.line_search does one such search; scipy has no method of steepest descent around it.',
  },
  functions: [wolfeSearch()],
  run: lineDescent({ direction: 'p = -g', search: 'wolfe_search(x, loss, g, p, before)' }),
};
