import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyExperiment } from '../testing/arbitraryExperiments';
import { defaultLossScale } from '../core/lossScale';
import { decodeLink, encodeLink } from './link';
import { tidyLink } from './tidyLink';

test.each([
  [
    'v=1&p=rosenbrock&s=-1.23456,2.00012345&r=adam;lr=0.0512345;beta2=0.99951234',
    '-1.235,2.000123',
    'lr=0.0512;beta2=0.999512',
  ],
  ['v=1&r=gd;lr=1.23456e-8', 'lr=1.23e-8', ''],
  ['v=1&r=rule1;lr=0.123456&rule=r%28lr=0.123456,%20k=1%29;theta=0.123456', 'lr=0.123&rule=', 'theta=0.123456'],
  ['v=1&f=1.23456789%2Ax&vars=x&title=1.23456', 'f=1.23456789%2Ax', 'title=1.23456'],
])('%s', (link, first, second) => {
  expect(tidyLink(link)).toContain(first);
  expect(tidyLink(link)).toContain(second);
});

test('a tidy link opens, is never longer, and is as tidy as it gets', () => {
  fc.assert(
    fc.property(anyExperiment, (experiment) => {
      const link = encodeLink({ experiment, lossScale: defaultLossScale(experiment.problem), lossAxis: 'step' });
      const tidy = tidyLink(link);
      expect(decodeLink(tidy).complaints).toEqual([]);
      expect(tidy.length).toBeLessThanOrEqual(link.length);
      expect(tidyLink(tidy)).toBe(tidy);
    }),
    { numRuns: 40 },
  );
});
