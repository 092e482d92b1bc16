import { expect, test } from 'vitest';
import { defaultsFor } from './defaults';
import { decodeLink, encodeLink } from '../link/link';
import { defaultLossScale } from './lossScale';

/** Lowest losses as published: 0, above 0, below 0, and none at all. Reddi's mean loss goes from -10/101 to 10/101. */
const usual = [
  ['rosenbrock', 'log'],
  ['goldstein-price', 'log'],
  ['mccormick', 'linear'],
  ['saddle', 'linear'],
  ['reddi', 'linear'],
  ['linear-regression', 'log'],
] as const;

test.each(usual)('%s is shown on a %s axis', (id, scale) => {
  expect(defaultLossScale(defaultsFor(id).problem)).toBe(scale);
});

test.each(usual)('a link to %s names the scale of the loss only if it is not the default (%s)', (id, scale) => {
  const experiment = defaultsFor(id);
  const other = scale === 'log' ? 'linear' : 'log';
  const link = (lossScale: 'log' | 'linear') => encodeLink({ experiment, lossScale, lossAxis: 'step' });
  expect(link(scale)).not.toContain('scale=');
  expect(link(other)).toContain(`&scale=${other}`);
  for (const lossScale of ['log', 'linear'] as const)
    expect(decodeLink(link(lossScale))).toMatchObject({ state: { lossScale }, complaints: [] });
});

test('a link to a typed loss that does not name a scale shows it on a log axis', () => {
  expect(decodeLink('v=1&f=x&vars=x').state.lossScale).toBe('log');
});
