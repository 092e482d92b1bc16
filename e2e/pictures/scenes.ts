import type { Locator, Page } from '@playwright/test';

export interface Scene {
  /** File name of the reference image, without its ending. */
  readonly name: string;
  /** What a reviewer must see in the image. */
  readonly shows: string;
  /** Fragment of the page's address (docs/experiment-format.md). */
  readonly link: string;
  /** The browser window, in CSS pixels. */
  readonly window: { readonly width: number; readonly height: number; readonly isPhone?: true };
  readonly theme?: 'dark';
  /** The element that is captured; without it, the whole window. */
  readonly part?: (page: Page) => Locator;
  /** What a user does before the picture is taken. The page has computed everything by then. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/*
 * Images of text and contours are large files, so the windows are small. All but the phone are wide enough for the layout
 * that has the runs beside the plots; `large` leaves more room for the tabs below them.
 */
const small = { width: 960, height: 600 };
const large = { width: 1180, height: 800 };
/**
 * Nearly as high as its page is long: in a lower window the transport bar, which stays in view, would cover a plot. It covers the titles of
 * the tabs, which stand at a fraction of a pixel and are drawn now half a pixel higher, now lower.
 */
const phone = { width: 390, height: 1812, isPhone: true } as const;

const plots = (page: Page): Locator => page.getByRole('main');
const tab = (page: Page): Locator => page.getByRole('tabpanel');
/** A plot by the name that a screen reader says. */
const plot =
  (name: string | RegExp) =>
  (page: Page): Locator =>
    page.getByRole('group', { name });

export const scenes: readonly Scene[] = [
  {
    name: 'square-diverging',
    shows: 'Gradient descent on x²: at 0.9 it jumps over the minimum and still arrives, at 1.1 every jump is longer.',
    link: '#v=1&p=square&s=5&n=10&r=gd;lr=0.9&r=gd;lr=1.1',
    window: small,
    part: plots,
  },
  {
    name: 'rosenbrock-opening',
    shows: 'What a first visit shows: three paths down the valley over its contours, the minimum, three loss curves.',
    link: '',
    window: small,
    part: plots,
  },
  {
    name: 'linear-regression',
    shows: 'Samples, those of the current batch in colour, and the fitted line through them.',
    link: '#v=1&p=linear-regression;samples=200;noise=1&e=5&r=sgd;lr=0.1;batch=10&tab=data',
    window: { width: 960, height: 800 },
    part: tab,
  },
  {
    name: 'class-map',
    shows:
      'Two moons, the regions that a network with eight hidden units gives them, and the line where both are equally likely.',
    link: '#v=1&p=network-classes&e=200&r=adam;lr=0.05&tab=data',
    window: { width: 960, height: 640 },
    part: tab,
  },
  {
    name: 'sweep',
    shows:
      'Final loss over rate and momentum: hatched, the runs that diverged, all past the line of the stability edge.',
    link: '#v=1&p=quadratic&r=sgd;lr=0.02;momentum=0.5&tab=sweep&sweep=x=lr,0.001,1,log;y=momentum,0,0.99;side=64;measure=loss',
    window: large,
    // The plot with the legend below it.
    part: (page) => plot(/^final loss over/)(page).locator('..'),
  },
  {
    name: 'best-rates',
    shows:
      'Loss at the end against rate for three runs: a marker at each best rate, crosses where two of them diverge, and the rate that the selected run has.',
    link: '#v=1&p=quadratic;kappa=20&n=30&r=gd;lr=0.01&r=sgd;lr=0.01;momentum=0.6&r=adam;lr=0.01&tab=tune',
    window: large,
    part: plot('Loss at the end against learning rate'),
  },
  {
    name: 'curvature',
    shows: 'The largest curvature along two paths on Rosenbrock, and dotted the largest that each rate is stable at.',
    link: '#v=1&p=rosenbrock&s=-1.2,1&n=1000&r=gd;lr=0.0019&r=gd;lr=0.0025&run=1&tab=curvature',
    window: large,
    part: plot(/^Largest curvature/),
  },
  {
    name: 'gradient-probe',
    shows: 'The field of arrows, and at the square the gradient, a direction at −30° and the step of gradient descent.',
    link: '#v=1&p=booth&s=-6,4&n=60&r=gd;lr=0.02&at=0&tab=gradient&probe=-2,-2&angle=-30',
    window: small,
    part: plot('Path over the loss'),
  },
  {
    name: 'finite-differences',
    shows: 'The error of four differences against their step: each falls, then rises as rounding takes over.',
    link: '#v=1&p=booth&s=-6,4&n=60&r=gd;lr=0.02&at=0&tab=gradient&probe=-2,-2&angle=-30',
    window: large,
    part: plot(/^Error of finite differences/),
  },
  {
    name: 'numbers',
    shows: 'Every run at step 3, and below it what happened inside that update.',
    link: '#v=1&p=booth&s=-6,4&n=60&r=gd;lr=0.05&r=sgd;lr=0.02;momentum=0.9&at=3&tab=table',
    window: large,
    part: tab,
  },
  {
    name: 'long-run',
    shows: 'Five thousand steps: one loss falls in a straight line, the other swings and touches 0 at each swing.',
    link: '#v=1&p=square&s=10&n=5000&r=gd;lr=0.0005&r=sgd;lr=0.0001;momentum=0.999',
    window: small,
    part: plot('Loss along the way'),
  },
  {
    name: 'dark',
    shows: 'The dark theme in every panel: light text and lines on dark paper, contours and class regions dark too.',
    link: '#v=1&p=logistic-regression&r=sgd;lr=0.5&tab=data',
    window: { width: 960, height: 660 },
    theme: 'dark',
  },
  {
    name: 'chinese',
    shows: 'The page in Chinese: no English but names, and every word in its place.',
    link: '#v=1&p=square&s=5&n=10&r=gd;lr=0.1&lang=zh',
    window: small,
  },
  {
    name: 'phone',
    shows: 'One column, nothing wider than the screen, the transport bar at the lower end.',
    link: '#v=1&p=square&s=5&n=10&r=gd;lr=0.1',
    window: phone,
  },
  ...(['light', 'dark'] as const).map((theme) => ({
    name: `workbench-${theme}`,
    shows: 'What the README shows: three runs on Rosenbrock in the whole page, gradient descent, momentum and Adam.',
    link: '#v=1&p=rosenbrock&s=-1.5,2&n=300&r=gd;lr=0.001&r=sgd;lr=0.0005;momentum=0.9&r=adam;lr=0.05',
    window: large,
    ...(theme === 'dark' && { theme }),
  })),
];
