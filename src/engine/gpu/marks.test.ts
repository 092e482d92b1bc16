import { expect, test } from 'vitest';
import { openCpu } from './device';
import { registerKernels } from './kernels';
import { advanceMarked, advanceWhole } from './marks';
import { planOf } from '../plan/plan';
import { choiceOf, descent, runOf } from '../testing/walk';
import { padRecords } from './texels';
import { groupsOf } from './trajectory';

test('chunks of every length have the same rows to the bit, with marks and without', () => {
  registerKernels();
  const device = openCpu();
  const plan = planOf({
    ...descent(choiceOf('rosenbrock'), [-1.5, 2], 100, runOf('adam', { lr: 0.1 })),
    runs: [runOf('adam', { lr: 0.1 }), runOf('adam', { lr: 0.02 })],
  });
  const [group, ...others] = groupsOf(plan);
  if (!group || others.length > 0) throw new RangeError('two runs of one rule are one group');
  const { layout } = group;
  // Two rows a run, of which the last is where the chunk starts.
  const state = padRecords(4, layout.texels * 4, (record, i) => (record < 2 ? NaN : i === 0 ? -1.5 : i === 1 ? 2 : 0));
  const start = { table: device.upload(state), count: 2 };
  for (let count = 1; count <= 60; count += 1) {
    const chunk = { group, first: 7, count };
    const [whole, marked] = [advanceWhole, advanceMarked].map((advance) =>
      device.read(advance(device, chunk, start, {}), { kernel: 'rows', group, count }),
    );
    expect(whole?.length).toBe(2 * count * layout.texels * 4);
    expect(whole?.every(Number.isFinite)).toBe(true);
    expect(marked, `${count} updates`).toEqual(whole);
  }
});
