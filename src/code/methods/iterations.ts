import { textLines } from '../python/lines';

/** How every loop of a method with gradients begins, and the two reasons for which it ends before an iteration. */
export const beginIterations = (iterations: number): string[] =>
  textLines(`
rows = [x.tolist()]  # the point after every iteration, the start first
losses = [loss]
for _ in range(${iterations}):
    if not np.isfinite([*x, loss, *g]).all():
        break  # the run has diverged, or the loss or its gradient is not defined here
    if np.abs(g).max() <= gtol:
        break  # the gradient is small enough`);
