import { textLines } from '../python/lines';
import { lineDescent } from './lineDescent';
import type { MethodCode } from './types';
import { wolfeSearch } from './wolfeSearch';

const directions = {
  title: 'The directions',
  lines: textLines(`
def next_direction(g, new_g, p):
    """Polak and Ribière's direction after p, with beta kept at or above 0: (5.44) and (5.45)."""
    beta = max(0, new_g @ (new_g - g)/(g @ g))
    return -new_g + beta*p


def leads_on(g, new_g, p):
    """Whether the run ends here or the next direction leads down: Gilbert & Nocedal (1992)."""
    is_small = np.abs(new_g).max() <= gtol
    return is_small or next_direction(g, new_g, p) @ new_g <= -0.01*(new_g @ new_g)`),
};

export const conjugateGradient: MethodCode = {
  alike: {
    scipy: 'scipy.optimize.minimize(method="CG") tries another line search, of Moré and Thuente, before this one.',
  },
  functions: [directions, wolfeSearch('leads_on(g, new_g, p)')],
  run: lineDescent({
    direction: 'p = next_direction(before[2], g, p) if before else -g',
    search: 'wolfe_search(x, loss, g, p, before)',
  }),
};
