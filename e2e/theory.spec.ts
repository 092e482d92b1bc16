import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage } from './support/api';
import { shownNumber } from './support/shown';

/* The stability edge, the reasons of a run's end, curvature and gradient, as the page shows them. Every number here is found by hand. */

const card = (page: Page): Locator => page.getByRole('listitem', { name: /^Run 1:/ });
const panel = (page: Page): Locator => page.getByRole('tabpanel');
const mark = (page: Page): Locator => card(page).getByText(/^Stability edge at/);
const settingsOf = (page: Page) => page.evaluate(() => window.overshoot.experiment().runs[0]?.hyper);

/** The largest eigenvalue of Rosenbrock's Hessian [[802, -400], [-400, 200]] at (1, 1). */
const steepest = (1002 + Math.sqrt(602 ** 2 + 4 * 400 ** 2)) / 2;

/** Where something begins and where its middle is, in pixels from the left. */
async function placeOf(locator: Locator): Promise<{ left: number; middle: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return { left: box.x, middle: box.x + box.width / 2 };
}

/** The mark: past it the slider is hatched to its end. */
const edgeOf = async (page: Page): Promise<number> => (await placeOf(page.locator('.lr-edge'))).left;

test.describe('the mark on the rate’s slider', () => {
  const rosenbrock = (run: string) => `#v=1&p=rosenbrock&s=-1.2,1&n=200&r=${run}`;

  test('stands at 2/λ for gradient descent, where the thumb is at that rate', async ({ page }) => {
    await openPage(page, rosenbrock('gd;lr=0.0019968'));
    await expect(mark(page)).toHaveText('Stability edge at 0.001997');
    expect(2 / steepest).toBeCloseTo(0.001997, 6);
    const thumb = card(page).locator('.setting-wide .slider-thumb');
    expect(Math.abs((await edgeOf(page)) - (await placeOf(thumb)).middle)).toBeLessThan(1.5);
    // No quadratic: it says in a word that it holds near the minimum.
    await expect(card(page)).toContainText('edge near the minimum');
  });

  test('is Nesterov’s at 0.001355, and moves with momentum', async ({ page }) => {
    await openPage(page, rosenbrock('sgd;lr=0.0005;momentum=0.9;nesterov'));
    await expect(mark(page)).toHaveText('Stability edge at 0.001355');
    // Over all rates, for the range around the edge moves with it.
    await card(page).getByRole('button', { name: 'all rates' }).click();
    const before = await edgeOf(page);
    const momentum = card(page).getByRole('slider', { name: 'momentum' });
    await momentum.focus();
    for (let i = 0; i < 6; i += 1) await page.keyboard.press('Shift+ArrowLeft');
    const mu = Number((await settingsOf(page))?.['momentum']);
    expect(mu).toBeLessThan(0.9);
    const wanted = (2 + 2 * mu) / (1 + 2 * mu) / steepest;
    await expect(mark(page)).toHaveText(`Stability edge at ${String(Number(wanted.toPrecision(4)))}`);
    expect(await edgeOf(page)).toBeGreaterThan(before);
    await card(page)
      .getByRole('switch', { name: /Nesterov/ })
      .click();
    await expect(mark(page)).toHaveText(
      `Stability edge at ${String(Number(((2 + 2 * mu) / steepest).toPrecision(4)))}`,
    );
  });

  test('is 1/9 on Booth, without a word, and not there for a rule whose steps do not shrink', async ({ page }) => {
    await openPage(page, '#v=1&p=booth&s=-6,4&n=100&r=gd;lr=0.1');
    await expect(mark(page)).toHaveText('Stability edge at 0.1111');
    await expect(page.locator('.lr-edge-word')).toHaveCount(0);
    await page.getByRole('combobox', { name: 'Optimizer of run 1' }).click();
    await page.getByRole('option', { name: 'Lion', exact: true }).click();
    await expect(mark(page)).toHaveCount(0);
    await page.getByRole('tab', { name: 'Curvature' }).click();
    await expect(panel(page)).toContainText('has no stability edge: its steps do not shrink with the gradient.');
  });

  test('is not said to be absent where none is known', async ({ page }) => {
    await openPage(page, '#v=1&p=booth&s=-6,4&n=100&r=soap;lr=0.1');
    await page.getByRole('tab', { name: 'Curvature' }).click();
    await expect(panel(page)).toContainText('No stability edge is known for SOAP.');
    await expect(panel(page)).not.toContainText('has no stability edge');
  });
});

/** Ends of runs with what must be said of them, from the theory of each. */
const reasons: readonly {
  readonly name: string;
  readonly fragment: string;
  readonly en: readonly string[];
  readonly zh: readonly string[];
}[] = [
  {
    // x goes to (1 - 2 lr) x = -1.2 x, and 100 x 1.44^n is past 3.4e38 from n = 231 on.
    name: 'diverged',
    fragment: 'p=square&s=10&n=400&r=gd;lr=1.1',
    en: [
      'The rate 1.1 is 1.1 times the stability edge 1: every step jumps across the minimum, and the distance to it becomes 120% of what it was, multiplied by 1.2 each time.',
      'At step 231 the loss overflowed: the square of −1.95×10¹⁹ is beyond 3.4×10³⁸, the largest number of its format, at x = −1.95×10¹⁹.',
    ],
    zh: [
      '学习率 1.1 是稳定性边界 1 的 1.1 倍：每一步都越过极小值点，到它的距离变为原来的 120%，即每次乘以 1.2。',
      '第 231 步时损失溢出：−1.95×10¹⁹ 的平方超出了所用数值格式的最大数 3.4×10³⁸，此时 x = −1.95×10¹⁹。',
    ],
  },
  {
    // x goes to (1 - 2000 lr) x = -3 x, and 1000 x 9^38 is past 3.4e38; x is then -3^38.
    name: 'diverged, where a constant has a name',
    fragment: 'f=b%2Ax%5E2&vars=x&consts=b=1000&s=3&n=100&r=gd;lr=0.002',
    en: [
      'The rate 0.002 is 2 times the stability edge 0.001: every step jumps across the minimum, and the distance to it becomes 300% of what it was, multiplied by 3 each time.',
      'At step 37 the loss overflowed: b = 1000 times 1.82×10³⁶ is beyond 3.4×10³⁸, the largest number of its format, at x = −1.35×10¹⁸.',
    ],
    zh: [
      '学习率 0.002 是稳定性边界 0.001 的 2 倍：每一步都越过极小值点，到它的距离变为原来的 300%，即每次乘以 3。',
      '第 37 步时损失溢出：b = 1000 乘以 1.82×10³⁶超出了所用数值格式的最大数 3.4×10³⁸，此时 x = −1.35×10¹⁸。',
    ],
  },
  {
    name: 'cycling',
    fragment: 'p=square&s=10&n=50&r=gd;lr=1',
    en: [
      'It cycles through the same 2 points, at most 20 apart from one to the next.',
      'The rate 1 equals the stability edge: every step lands as far beyond the minimum as it was before.',
    ],
    zh: [
      '它在同样的 2 个点之间循环，相邻两点最远相距 20。',
      '学习率 1 恰好等于稳定性边界：每一步越过极小值点后，到它的距离不变。',
    ],
  },
  {
    // 0.0025 times 1001.6 is 2.504; the two points are (0.84783, 0.75828) and (0.88205, 0.73855), 0.03950 apart.
    name: 'cycling past the limit',
    fragment: 'p=rosenbrock&s=0.8478,0.7583&n=2000&r=gd;lr=0.0025',
    en: [
      'It cycles through the same 2 points, at most 0.0395 apart from one to the next.',
      'The rate 0.0025 is 1.25 times the stability edge 0.002 at the minimum (x = 1, y = 1), and past the edge in 1 of 2 directions: it cannot settle there.',
    ],
    zh: [
      '它在同样的 2 个点之间循环，相邻两点最远相距 0.0395。',
      '学习率 0.0025 是极小值点 (x = 1, y = 1) 处稳定性边界 0.002 的 1.25 倍；2 个方向中有 1 个超过稳定性边界，因此无法收敛到该点。',
    ],
  },
  {
    // Curvatures 18 and 2: the best rate is 2/20, and there each step leaves (9 - 1)/(9 + 1) of the way, 0.00001 after 51.6 steps.
    name: 'converged',
    fragment: 'p=booth&s=-6,4&n=100&r=gd;lr=0.1',
    en: [
      'From step 33 on it stayed within 0.005 of a minimum. From step 25 to step 51 each step reduced the distance to the minimum by 20% on average; theory gives 20% for this rate, in the long run.',
      'With the condition number 9, plain gradient descent takes off at best 20% a step, a factor of (κ − 1)/(κ + 1), at the rate 0.1.',
    ],
    zh: [
      '从第 33 步起，它到极小值点的距离始终不超过 0.005。从第 25 步到第 51 步，到极小值点的距离平均每步减小 20%；理论预测这一学习率下长期为每步 20%。',
      '条件数为 9 时，普通梯度下降每步最多减小 20%，即收敛因子 (κ − 1)/(κ + 1)，对应的学习率为 0.1。',
    ],
  },
  {
    // x is multiplied by -1.2 each time; the largest float32 is 3.4e38, which 100*1.44^k passes at k = 231.
    name: 'left, and diverging',
    fragment: 'p=square&s=10&n=60&r=gd;lr=1.1',
    en: [
      'It left along x with numbers that are still finite, but it is diverging: over its last 20 steps, its distance from the minimum grew by a factor of 1.2 a step. At that pace it overflows by step 231.',
      'The rate 1.1 is 1.1 times the stability edge 1: every step jumps across the minimum, and the distance to it becomes 120% of what it was, multiplied by 1.2 each time.',
    ],
    zh: [
      '它沿 x 方向离开了视图，数值虽仍有限，却正在发散：最后 20 步中，到极小值点的距离每步乘以 1.2。照此速度，到第 231 步就会溢出。',
      '学习率 1.1 是稳定性边界 1 的 1.1 倍：每一步都越过极小值点，到它的距离变为原来的 120%，即每次乘以 1.2。',
    ],
  },
  {
    // The valley at (1.99, -1.99) of Rastrigin: its loss is 2 * 3.98.
    name: 'a local minimum',
    fragment: 'p=rastrigin&s=2.3,-1.7&n=100&r=gd;lr=0.001',
    en: ['The minimum is a local one: its loss is 7.96, and the lowest is 0.'],
    zh: ['这是一个局部极小值点：它的损失为 7.96，而最低的损失为 0。'],
  },
];

for (const { name, fragment, en, zh } of reasons) {
  test(`why: ${name}, in both languages, with the curvature one click away`, async ({ page }) => {
    await openPage(page, `#v=1&${fragment}`);
    const why = page.locator('.selected-why');
    await expect(why).toContainText(en[0] ?? '');
    await why.getByRole('button', { name: 'Show the curvature' }).click();
    await expect(page.getByRole('tab', { name: 'Curvature' })).toHaveAttribute('aria-selected', 'true');
    await expect(panel(page)).toContainText(en.join(' '));
    await page.getByRole('button', { name: '中文' }).click();
    await expect(panel(page)).toContainText(zh.join(''));
  });
}

test('an explanation that is too long for its room is whole after one press, and nothing moves', async ({ page }) => {
  await openPage(page, '#v=1&p=booth&s=-6,4&n=100&r=gd;lr=0.1111111111111111');
  const why = page.locator('.selected-why');
  await expect(why).toContainText('equals the stability edge: in the steep direction every step');
  const whole = why.getByRole('button', { name: 'Whole text' });
  await expect(whole).toHaveAttribute('aria-expanded', 'false');
  const before = await card(page).boundingBox();
  const end = why.getByRole('button', { name: 'Show the curvature' });
  await expect(end).not.toBeInViewport({ ratio: 0.9 });
  await whole.click();
  await expect(end).toBeInViewport({ ratio: 1 });
  expect(await card(page).boundingBox()).toEqual(before);
  await page.keyboard.press('Escape');
  await expect(whole).toBeFocused();
  await expect(end).not.toBeInViewport({ ratio: 0.9 });
  await whole.click();
  await card(page).getByRole('slider', { name: 'learning rate' }).focus();
  await expect(whole).toHaveAttribute('aria-expanded', 'false');
});

/** Of the lines that an explanation's box cuts, how much is seen. */
const cutLines = (page: Page): Promise<number[]> =>
  page.locator('.selected-why-text').evaluate((box) => {
    const { bottom } = box.getBoundingClientRect();
    const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    const lines: DOMRect[] = [];
    while (texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      lines.push(...range.getClientRects());
    }
    return lines
      .filter((line) => line.top < bottom - 1 && line.bottom > bottom + 1)
      .map((line) => (bottom - line.top) / line.height);
  });

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const)
  test(`the room of an explanation holds whole lines at ${width}x${height}, in both languages`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const fragment of ['p=booth&s=-6,4&n=100&r=gd;lr=0.1111111111111111', 'p=square&s=10&n=400&r=gd;lr=1.1'])
      for (const language of ['English', '中文']) {
        await openPage(page, `#v=1&${fragment}`);
        await page.evaluate(() => document.fonts.ready);
        const choice = page.getByRole('button', { name: language });
        if (await choice.isVisible()) await choice.click();
        await expect(page.locator('.selected-why')).toContainText(/stability edge|稳定性边界/);
        await expect.poll(() => cutLines(page)).toEqual([]);
      }
  });

test('a chaotic run is told where rounding decides its course, with the loss that it has in float64', async ({
  page,
}) => {
  // The logistic map x -> 4 x (1 - x), as a descent at a rate of 1.
  await openPage(page, '#v=1&f=4%2F3%2Ax%5E3%20-%203%2F2%2Ax%5E2&vars=x&s=0.3&n=36&r=gd;lr=1');
  const words = page.locator('.selected-why');
  await expect(words).toContainText('Rounding decides where it ends');
  const [, step = '', loss64 = ''] =
    /elsewhere from step (\d+) on .* with a loss of (\S+) where/.exec(await words.innerText()) ?? [];
  let x = 0.3;
  for (let k = 0; k < 36; k += 1) x = 4 * x * (1 - x);
  expect(Number(loss64.replace('−', '-'))).toBeCloseTo((4 / 3) * x ** 3 - 1.5 * x ** 2, 2);
  // Its 24 bits are used up at one bit a step.
  expect(Number(step)).toBeGreaterThan(10);
  expect(Number(step)).toBeLessThan(30);
});

test('a field that one types in shows no tip over the plots', async ({ page }) => {
  await openPage(page, '#v=1&p=square&s=10&n=20&r=gd;lr=0.1');
  const tips = page.locator('.hint, .tip');
  const rate = card(page).getByRole('textbox', { name: /learning rate/ });
  await rate.focus();
  await rate.fill('0.2');
  await page.mouse.move(0, 0);
  const startField = page.locator('.start-fields input');
  await startField.focus();
  await expect(startField).toBeFocused();
  await rate.focus();
  // A button's tip, which the keyboard's focus opens, comes after any that the field's would have.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(rate).toBeFocused();
  await expect(tips).toHaveCount(0);
  // The pointer opens it, and typing closes it.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await rate.hover();
    await expect(tips).toHaveCount(1, { timeout: 5000 });
  }).toPass();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('0.3');
  await expect(tips).toHaveCount(0);
});

test('a run that diverged is told the edge at the minimum below its start, or that there is none at its start', async ({
  page,
}) => {
  await openPage(page, '#v=1&f=x%5E4%20-%202%2Ax%5E2%20%2B%200.3%2Ax&vars=x&s=0&n=60&r=gd;lr=0.5');
  // 12 x^2 - 4 at x = -1.0356, where the slope is 0.
  await expect(mark(page)).toHaveText('Stability edge at 0.2255');
  const words = page.locator('.edge-legend');
  await expect(words).toContainText('cannot settle in this minimum. λₘₐₓ is the largest curvature there.');
  await expect(words).toContainText('this holds only near that minimum');
  await openPage(page, '#v=1&f=-x%5E2&vars=x&s=0.5&n=60&r=gd;lr=0.1');
  const none = 'Gradient descent has no stability edge: at the start of the run the loss does not curve upwards';
  await expect(page.locator('.edge-legend')).toContainText(none);
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.locator('.edge-legend')).toContainText(
    '没有稳定性边界：在这条轨迹的起点处，损失沿任何方向都不向上弯曲',
  );
});

test('a badge and a script say which minimum a run converged to', async ({ page }) => {
  await openPage(page, '#v=1&p=rastrigin&s=2.3,-1.7&n=100&r=gd;lr=0.001');
  await expect(card(page)).toContainText('converged · local · 12');
  await expect(card(page)).toContainText('converged to a local minimum at step 12');
  const ends = await page.evaluate(async () => {
    const experiment = window.overshoot.experiment();
    const { runs } = await window.overshoot.run(experiment, { engine: 'float64' });
    return runs.map(({ outcome }) => outcome);
  });
  expect(ends).toEqual([{ kind: 'converged', step: 12, at: 'local' }]);
});

test('the curvature along the path is drawn beside the largest stable curvature, and read out', async ({ page }) => {
  await openPage(page, '#v=1&p=booth&s=-6,4&n=100&r=gd;lr=0.05&tab=curvature');
  const plot = page.getByRole('group', { name: /^Largest curvature along the path/ });
  const ink = () =>
    plot
      .locator('canvas')
      .first()
      .evaluate((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) throw new Error('not a canvas');
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
        copy?.drawImage(canvas, 0, 0);
        return (copy?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray()).filter(
          (value, i) => i % 4 === 3 && value > 0,
        ).length;
      });
  await expect.poll(ink).toBeGreaterThan(500);
  const walk = plot.getByRole('slider');
  await walk.focus();
  await page.keyboard.press('ArrowLeft');
  // Booth curves alike everywhere: 18 at most, and 2/0.05 is the largest stable curvature.
  await expect(walk).toHaveAttribute('aria-valuenow', '99');
  await expect(walk).toHaveAttribute('aria-valuetext', /λₘₐₓ 18, largest stable curvature 40$/);
  await expect(panel(page)).toContainText('At the minimum (1, 3): the eigenvalues of the Hessian are 18, 2.');
});

test.describe('the gradient up close, on Rosenbrock at (-0.5, 0.75)', () => {
  const [x, y, lr] = [-0.5, 0.75, 0.001];
  const f = (a: number, b: number) => (1 - a) ** 2 + 100 * (b - a * a) ** 2;
  const gradient = { x: -2 * (1 - x) - 400 * x * (y - x * x), y: 200 * (y - x * x) };
  const size = Math.hypot(gradient.x, gradient.y);
  const fragment = `#v=1&p=rosenbrock&s=-1.2,1&n=50&r=gd;lr=${lr}&tab=gradient&probe=${x},${y}`;

  const shown = async (page: Page, name: string): Promise<number[]> => {
    const row = page.locator('.gradient-numbers > div').filter({ has: page.getByText(name, { exact: true }) });
    return (await row.locator('dd').innerText()).replace(/[()°]/g, '').split(',').map(shownNumber);
  };
  const expectShown = (page: Page, name: string, ...wanted: readonly number[]) =>
    expect.poll(() => shown(page, name)).toEqual(wanted.map((value) => Number(value.toPrecision(7))));

  async function turn(page: Page, degrees: number): Promise<void> {
    const direction = panel(page).getByRole('textbox', { name: 'direction u, °' });
    await direction.fill(String(degrees));
    await direction.press('Enter');
  }

  test('slope, steepest direction and prediction are what the gradient makes of them', async ({ page }) => {
    await openPage(page, fragment);
    await expectShown(page, 'gradient', gradient.x, gradient.y);
    await expectShown(page, 'loss', f(x, y));
    await expectShown(page, 'its length', size);
    await expectShown(page, `predicted loss after a step, η = ${lr}`, f(x, y) - lr * size ** 2);
    await expectShown(page, 'actual loss there', f(x - lr * gradient.x, y - lr * gradient.y));
    const steepestAscent = Math.atan2(gradient.y, gradient.x);
    expect(await shown(page, 'steepest ascent')).toEqual([Number(((steepestAscent * 180) / Math.PI).toPrecision(4))]);
    for (const degrees of [0, 30, -120, 90]) {
      await turn(page, degrees);
      const angle = (degrees * Math.PI) / 180;
      await expectShown(page, 'slope along u', gradient.x * Math.cos(angle) + gradient.y * Math.sin(angle));
    }
    // No direction is steeper than the gradient's own.
    await turn(page, (steepestAscent * 180) / Math.PI);
    await expectShown(page, 'slope along u', size);
  });

  test('forward differences are best near 1e-8 and hopeless at 1e-12', async ({ page }) => {
    await openPage(page, `${fragment}&angle=30`);
    await page.getByText('All numbers').click();
    const table = page.getByRole('table', { name: /^Differences and their errors/ });
    const rows = await table
      .getByRole('row')
      .filter({ has: page.getByRole('cell') })
      .all();
    // Value and error of forward and central differences in float64, then of both in float32.
    const numbers = await Promise.all(
      rows.map(async (row) => (await row.getByRole('cell').allInnerTexts()).map(shownNumber)),
    );
    expect(numbers.map((row) => row.length)).toEqual(Array(14).fill(8));
    const error = (step: number, column: number) => numbers[step - 1]?.[column] ?? Number.NaN;
    const best = (column: number) => {
      const errors = numbers.map((row) => row[column] ?? Number.NaN);
      return errors.indexOf(Math.min(...errors)) + 1;
    };
    expect([7, 8, 9]).toContain(best(1));
    // Central differences err by h^2, and so have their best earlier; float32 has half the digits.
    expect([4, 5, 6]).toContain(best(3));
    expect(best(5)).toBeLessThan(best(1));
    // h f''/2 along u = (cos 30°, sin 30°), where rounding is nothing yet.
    const [c, s] = [Math.sqrt(0.75), 0.5];
    const bend = c * c * (2 - 400 * (y - 3 * x * x)) - 2 * c * s * 400 * x + s * s * 200;
    expect(error(4, 1) / Math.abs((1e-4 * bend) / 2)).toBeCloseTo(1, 1);
    expect(error(12, 1)).toBeGreaterThan(100 * error(8, 1));
    // In float32 a step of 1e-9 moves nothing: the difference is 0, and its error the whole slope.
    const slope = Math.abs(gradient.x * c + gradient.y * s);
    expect(error(9, 5) / slope).toBeCloseTo(1, 1);
  });
});
