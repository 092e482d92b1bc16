import { expect, test } from 'vitest';
import { RequestSlots } from './requestSlots';

type Request = { readonly kind: 'run' | 'sweep'; readonly lr: number };

/** Request slots whose clock the test controls. */
function setUp() {
  const sent: number[] = [];
  const timers: { at: number; run: () => void }[] = [];
  let now = 0;
  const slots = new RequestSlots<Request, string>(
    { send: ({ lr }) => sent.push(lr), now: () => now, later: (run, ms) => timers.push({ at: now + ms, run }) },
    (kind) => (kind === 'run' ? 100 : 0),
  );
  const shown: string[] = [];
  const ask = (lr: number, kind: Request['kind'] = 'run') =>
    slots.ask({ kind, lr }, (answer) => shown.push(`${lr} ${answer}`));
  const pass = (ms: number) => {
    now += ms;
    for (const timer of timers.filter(({ at }) => at <= now)) {
      timers.splice(timers.indexOf(timer), 1);
      timer.run();
    }
  };
  return { slots, sent, shown, ask, pass };
}

test('while a request is in progress only the newest waits, and is sent after the answer', () => {
  const { slots, sent, shown, ask } = setUp();
  for (const lr of [1, 2, 3, 4]) ask(lr);
  expect(sent).toEqual([1]);
  slots.onAnswer(1, 'part', false);
  slots.onAnswer(1, 'whole', true);
  expect(sent).toEqual([1, 4]);
  expect(shown).toEqual(['1 part', '1 whole']);
});

test('requests that keep coming faster than answers do not prevent all answers', () => {
  const { slots, sent, shown, ask, pass } = setUp();
  // A request every 16 ms; each takes 50 ms to answer.
  for (let frame = 0; frame < 60; frame += 1) {
    ask(frame);
    pass(16);
    if (frame % 3 === 2) slots.onAnswer(sent.length, 'whole', true);
  }
  expect(shown.length).toBe(20);
});

test('where every answer takes longer than the grace, some requests are still answered in full', () => {
  const { slots, sent, shown, ask, pass } = setUp();
  // A request every 16 ms; each takes 300 ms to answer, and a superseded one is cancelled.
  const begun = new Map<number, number>();
  for (let frame = 0; frame < 200; frame += 1) {
    ask(frame);
    const newest = sent.length;
    begun.set(newest, (begun.get(newest) ?? 0) + 16);
    if ((begun.get(newest) ?? 0) >= 300) slots.onAnswer(newest, 'whole', true);
    pass(16);
  }
  expect(shown.length).toBeGreaterThanOrEqual(4);
});

test('a request whose grace has passed is superseded by the newest, and never calls back', () => {
  const { slots, sent, shown, ask, pass } = setUp();
  ask(1);
  pass(60);
  ask(2);
  ask(3);
  pass(39);
  expect(sent).toEqual([1]);
  pass(1);
  expect(sent).toEqual([1, 3]);
  slots.onAnswer(1, 'late', true);
  slots.onAnswer(2, 'whole', true);
  expect(shown).toEqual(['3 whole']);
});

test('without grace the newest request supersedes at once; kinds do not wait for each other', () => {
  const { sent, ask } = setUp();
  ask(1, 'sweep');
  ask(2, 'sweep');
  ask(3, 'run');
  expect(sent).toEqual([1, 2, 3]);
});

test('a failure frees the slot', () => {
  const { slots, sent, ask } = setUp();
  ask(1);
  ask(2);
  slots.onNoAnswer(1);
  expect(sent).toEqual([1, 2]);
});

test('a cancelled request is neither answered nor sent, and its slot is free at once', () => {
  const { slots, sent, shown, ask, pass } = setUp();
  for (const lr of [1, 2]) ask(lr);
  expect(slots.cancel('run')).toBe(true);
  slots.onAnswer(1, 'whole', true);
  pass(200);
  expect([sent, shown]).toEqual([[1], []]);
  expect(slots.cancel('run')).toBe(false);
  ask(3);
  expect(sent).toEqual([1, 3]);
});
