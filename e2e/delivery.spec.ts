import { readFileSync } from 'node:fs';
import { contentsFile, type Chunk } from '../scripts/bundle-contents.mjs';
import { licencesFile } from '../scripts/licences.mjs';
import { contentSecurityPolicy } from '../scripts/policy.mjs';
import { expect, test } from './fixtures';

test('everything comes from our own address, under the policy', async ({ page, baseURL }) => {
  const answers: { address: string; policy: string | undefined }[] = [];
  page.on('response', (response) => {
    answers.push({ address: response.url(), policy: response.headers()['content-security-policy'] });
  });
  await page.goto('./');
  // The answer to the request for the worker may be told later than the worker itself.
  await expect
    .poll(() => answers.map(({ address }) => address))
    .toEqual(expect.arrayContaining([`${baseURL}/`, expect.stringMatching(/\/assets\/worker-[^/]*\.js$/)]));
  await page.waitForLoadState('networkidle');

  // data: and blob: addresses are made by the page itself.
  const fetched = answers.filter(({ address }) => address.startsWith('http'));
  expect(fetched.filter(({ address }) => !address.startsWith(`${baseURL}/`))).toEqual([]);
  expect(fetched.filter(({ policy }) => policy !== contentSecurityPolicy())).toEqual([]);
});

for (const address of ['./', './embed.html'])
  test(`${address} makes neither HTML nor a script of a text, for any client`, async ({ page, expectedMessages }) => {
    expectedMessages.push(/Trusted|unsafe-eval/);
    await page.goto(address);
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

test('the worker runs no text, and its policy lets it reach no other address', async ({ page, expectedMessages }) => {
  expectedMessages.push(/Trusted|unsafe-eval|Content Security Policy/);
  const starting = page.waitForEvent('worker');
  await page.goto('./');
  const worker = await starting;
  const refusals = await worker.evaluate(async () => {
    // What Playwright itself evaluates may call eval; a later task may not.
    await new Promise((resolve) => setTimeout(resolve));
    /** What the policy refused, by the attack: without a network, fetching would fail under any policy. */
    const refusalOf = async (attack: () => unknown): Promise<string> => {
      const violation = new Promise<string>((resolve) =>
        self.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true }),
      );
      try {
        await attack();
      } catch {
        return violation;
      }
      return Promise.race([violation, new Promise<string>((resolve) => setTimeout(() => resolve('let in'), 5000))]);
    };
    const script: string = 'data:text/javascript,1';
    return [
      await refusalOf(() => Reflect.construct(Function, ['return 1'])),
      await refusalOf(() => import(script)),
      await refusalOf(() => fetch('https://elsewhere.example/')),
      await refusalOf(() => new WebSocket('wss://elsewhere.example/')),
    ];
  });
  expect(refusals).toEqual(['require-trusted-types-for', 'script-src-elem', 'connect-src', 'connect-src']);
});

test('the licence of every package in the build is passed on with it, and allows that', async ({ request }) => {
  const list = await (await request.get(`./${licencesFile}`)).text();
  const licences = new Map([...list.matchAll(/^## (\S+) \S+: (.+)$/gm)].map(([, name, licence]) => [name, licence]));
  const chunks = JSON.parse(readFileSync(new URL(`../dist/${contentsFile}`, import.meta.url), 'utf8')) as Chunk[];
  const packages = new Set(
    chunks.flatMap((chunk) => Object.keys(chunk.packages).filter((part) => /^(@|[^/ ]+$)/.test(part))),
  );
  expect(packages).toContain('@tensorflow/tfjs-backend-webgl');
  expect([...packages].filter((name) => !licences.has(name))).toEqual([]);
  expect(
    [...new Set(licences.values())].filter(
      (name) => !/^(MIT|ISC|0BSD|BSD-3-Clause|Apache-2.0|MPL-2.0)$/.test(name ?? ''),
    ),
  ).toEqual([]);
});
