import type { Section } from '../parts/section';
import { textLines } from '../python/lines';

/**
 * Python's `wolfe_search(x, loss, g, p, before)` for the strong Wolfe conditions: Nocedal & Wright, Numerical Optimization (2nd ed.),
 * Algorithms 3.5 and 3.6, in the steps of scipy, as engine/methods/wolfeSearch.ts makes them.
 * @param more a further condition on the gradient `new_g` of an accepted trial
 */
export const wolfeSearch = (more = ''): Section => ({
  title: 'The line search: the strong Wolfe conditions',
  lines: textLines(`
# Nocedal & Wright, Algorithms 3.5 and 3.6, step by step as scipy.optimize.line_search.
Trial = collections.namedtuple("Trial", "alpha loss slope")
MOST_STEPS = 10


def wolfe_search(x, loss, g, p, before):
    """A step along p for the strong Wolfe conditions: the new point, loss and gradient, or None."""
    slope = g @ p

    def loss_after(alpha):
        new_loss = value(x + alpha*p)
        return math.inf if math.isnan(new_loss) else new_loss

    def is_too_high(alpha, new_loss):
        return new_loss > loss + c1*alpha*slope

    def is_accepted(new_g):
        return abs(new_g @ p) <= -c2*slope${more && ` and ${more}`}

    def zoom(low, high):
        """Algorithm 3.6: narrows the bracket between two trials; low has the lower loss."""
        recent = None
        for _ in range(MOST_STEPS + 1):
            alpha = between(low, high, recent)
            new_loss = loss_after(alpha)
            if is_too_high(alpha, new_loss) or new_loss >= low.loss:
                recent, high = high, Trial(alpha, new_loss, None)
                continue
            new_g = gradient(x + alpha*p)
            if is_accepted(new_g):
                return x + alpha*p, new_loss, new_g
            here = Trial(alpha, new_loss, new_g @ p)
            if here.slope*(high.alpha - low.alpha) >= 0:
                recent, high = high, low
            else:
                recent = low
            low = here
        return None

    # The first trial follows from the last decrease, (3.60); at the start it moves x by about 1.
    last_loss = before[1] if before else loss + math.sqrt(g @ g)/2
    alpha = min(1, 1.01*2*(loss - last_loss)/slope)
    if alpha < 0:
        alpha = 1
    new_loss = loss_after(alpha)
    if not alpha > 0:
        return None  # the loss did not change in the last iteration
    last = Trial(0, loss, slope)
    for i in range(MOST_STEPS):
        if is_too_high(alpha, new_loss) or (i > 0 and new_loss >= last.loss):
            return zoom(last, Trial(alpha, new_loss, None))
        new_g = gradient(x + alpha*p)
        if is_accepted(new_g):
            return x + alpha*p, new_loss, new_g
        here = Trial(alpha, new_loss, new_g @ p)
        if here.slope >= 0:
            return zoom(here, last)
        last = here
        alpha *= 2
        new_loss = loss_after(alpha)
    return x + alpha*p, new_loss, gradient(x + alpha*p)  # untested, as in scipy


def between(low, high, recent):
    """The next trial in a bracket: the minimum of a cubic, else of a parabola, else the middle."""
    width = high.alpha - low.alpha
    left, right = sorted((low.alpha, high.alpha))
    # The margins have the sign of the width, as in scipy: they widen a bracket that runs backwards.
    if recent:
        alpha = minimum_of_cubic(low, high, recent)
        if left + 0.2*width <= alpha <= right - 0.2*width:
            return alpha
    alpha = minimum_of_parabola(low, high)
    if left + 0.1*width <= alpha <= right - 0.1*width:
        return alpha
    return low.alpha + 0.5*width


@np.errstate(all="ignore")  # NaN and infinity lie in no bracket
def minimum_of_cubic(a, b, c):
    """Where the cubic through three trials, with the slope of the first, has its minimum."""
    b_step, c_step = b.alpha - a.alpha, c.alpha - a.alpha
    b_rest, c_rest = b.loss - a.loss - a.slope*b_step, c.loss - a.loss - a.slope*c_step
    scale = (b_step*c_step)**2*(b_step - c_step)
    cubed = (c_step**2*b_rest - b_step**2*c_rest)/scale
    squared = (b_step**3*c_rest - c_step**3*b_rest)/scale
    return a.alpha + (np.sqrt(squared*squared - 3*cubed*a.slope) - squared)/(3*cubed)


@np.errstate(all="ignore")
def minimum_of_parabola(a, b):
    """The same of the parabola through two trials, with the first one's slope: (3.57), (3.58)."""
    step = b.alpha - a.alpha
    squared = (b.loss - a.loss - a.slope*step)/step**2
    return a.alpha - a.slope/(2*squared)`),
});
