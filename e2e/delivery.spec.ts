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
