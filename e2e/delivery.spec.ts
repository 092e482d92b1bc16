import { contentSecurityPolicy } from '../scripts/policy.mjs';
import { expect, test } from './fixtures';

test('everything comes from our own address, under the policy', async ({ page, baseURL }) => {
  const answers: { address: string; policy: string | undefined }[] = [];
  page.on('response', (response) => {
    answers.push({ address: response.url(), policy: response.headers()['content-security-policy'] });
  });
  const worker = page.waitForEvent('worker');
  await page.goto('./');
  await worker;
  await page.waitForLoadState('networkidle');

  // data: and blob: addresses are made by the page itself.
  const fetched = answers.filter(({ address }) => address.startsWith('http'));
  expect(fetched.filter(({ address }) => !address.startsWith(`${baseURL}/`))).toEqual([]);
  expect(fetched.filter(({ policy }) => policy !== contentSecurityPolicy())).toEqual([]);
  expect(fetched.map(({ address }) => address)).toEqual(
    expect.arrayContaining([`${baseURL}/`, expect.stringMatching(/\/assets\/worker-[^/]*\.js$/)]),
  );
});

test('the page makes neither HTML nor a script of a text, whoever asks', async ({ page, expectedMessages }) => {
  expectedMessages.push(/Trusted|unsafe-eval/);
  await page.goto('./');
  const refusals = await page.evaluate(async () => {
    // What Playwright itself evaluates may call eval; a later task may not.
    await new Promise((resolve) => setTimeout(resolve));
    const attacks = {
      html: () => (document.body.innerHTML = '<img src=x onerror=alert(1)>'),
      script: () => (document.createElement('script').src = 'https://elsewhere.example/x.js'),
      worker: () => new Worker('data:text/javascript,1'),
      code: () => Reflect.construct(Function, ['return 1']) as unknown,
      policy: () => window.trustedTypes?.createPolicy('overshoot', {}),
    };
    return Object.entries(attacks).map(([name, attack]) => {
      try {
        attack();
        return `${name} was let in`;
      } catch (error) {
        return `${name}: ${(error as Error).name}`;
      }
    });
  });
  expect(refusals).toEqual([
    'html: TypeError',
    'script: TypeError',
    'worker: TypeError',
    'code: EvalError',
    'policy: TypeError',
  ]);
});
