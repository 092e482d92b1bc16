import { expect, test } from 'vitest';
import { Lanes } from './lanes';

type Body = { readonly kind: 'run' | 'sweep'; readonly lr: number };

/** Lanes over a clock and a post that the test holds. */
function world() {
  const sent: number[] = [];
  const timers: { at: number; run: () => void }[] = [];
  let now = 0;
  const lanes = new Lanes<Body, string>(
    { send: ({ lr }) => sent.push(lr), now: () => now, later: (run, ms) => timers.push({ at: now + ms, run }) },
    (kind) => (kind === 'run' ? 100 : 0),
  );
  const shown: string[] = [];
  const ask = (lr: number, kind: Body['kind'] = 'run') =>
    lanes.ask({ kind, lr }, (answer) => shown.push(`${lr} ${answer}`));
  const pass = (ms: number) => {
    now += ms;
    for (const timer of timers.filter(({ at }) => at <= now)) {
      timers.splice(timers.indexOf(timer), 1);
      timer.run();
    }
  };
  return { lanes, sent, shown, ask, pass };
}

test('while one is out only the newest waits, and goes when it is answered', () => {
  const { lanes, sent, shown, ask } = world();
  for (const lr of [1, 2, 3, 4]) ask(lr);
  expect(sent).toEqual([1]);
  lanes.answered(1, 'part', false);
  lanes.answered(1, 'whole', true);
  expect(sent).toEqual([1, 4]);
  expect(shown).toEqual(['1 part', '1 whole']);
});

test('a steady stream of requests does not keep every answer away', () => {
  const { lanes, sent, shown, ask, pass } = world();
  // A request every 16 ms; each takes 50 ms to answer.
  for (let frame = 0; frame < 60; frame += 1) {
    ask(frame);
    pass(16);
    if (frame % 3 === 2) lanes.answered(sent.length, 'whole', true);
  }
  expect(shown.length).toBe(20);
});

test('where every answer takes longer than the grace, some of a steady stream are still answered whole', () => {
  const { lanes, sent, shown, ask, pass } = world();
  // A request every 16 ms; each takes 300 ms to answer, and one that is overtaken is given up.
  const begun = new Map<number, number>();
  for (let frame = 0; frame < 200; frame += 1) {
    ask(frame);
    const newest = sent.length;
    begun.set(newest, (begun.get(newest) ?? 0) + 16);
    if ((begun.get(newest) ?? 0) >= 300) lanes.answered(newest, 'whole', true);
    pass(16);
  }
  expect(shown.length).toBeGreaterThanOrEqual(4);
});

test('one that is out for longer than its grace is overtaken by the newest, and never calls back', () => {
  const { lanes, sent, shown, ask, pass } = world();
  ask(1);
  pass(60);
  ask(2);
  ask(3);
  pass(39);
  expect(sent).toEqual([1]);
  pass(1);
  expect(sent).toEqual([1, 3]);
  lanes.answered(1, 'late', true);
  lanes.answered(2, 'whole', true);
  expect(shown).toEqual(['3 whole']);
});

test('with no grace the newest overtakes at once; kinds do not wait for each other', () => {
  const { sent, ask } = world();
  ask(1, 'sweep');
  ask(2, 'sweep');
  ask(3, 'run');
  expect(sent).toEqual([1, 2, 3]);
});

test('a failure frees the lane', () => {
  const { lanes, sent, ask } = world();
  ask(1);
  ask(2);
  lanes.failed(1);
  expect(sent).toEqual([1, 2]);
});

test('what is dropped is neither shown nor sent, and the lane is free at once', () => {
  const { lanes, sent, shown, ask, pass } = world();
  for (const lr of [1, 2]) ask(lr);
  expect(lanes.drop('run')).toBe(true);
  lanes.answered(1, 'whole', true);
  pass(200);
  expect([sent, shown]).toEqual([[1], []]);
  expect(lanes.drop('run')).toBe(false);
  ask(3);
  expect(sent).toEqual([1, 3]);
});
