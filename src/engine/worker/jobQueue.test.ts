import { expect, test } from 'vitest';
import { JobQueue, type Job } from './jobQueue';

/** A job queue whose clock and pauses the test controls, and a log of what happened. */
function setUp() {
  const log: string[] = [];
  const waiting: (() => void)[] = [];
  const timers: { at: number; run: () => void }[] = [];
  let now = 0;
  const queue = new JobQueue({
    pause: () => new Promise((resolve) => waiting.push(resolve)),
    now: () => now,
    later: (run, ms) => timers.push({ at: now + ms, run }),
  });
  /** Lets time pass. */
  const pass = async (ms: number) => {
    now += ms;
    for (const timer of timers.filter(({ at }) => at <= now)) {
      timers.splice(timers.indexOf(timer), 1);
      timer.run();
    }
    await Promise.resolve();
    await Promise.resolve();
  };
  /** Lets the queue run one step. */
  const turn = async () => {
    waiting.shift()?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  const settle = async () => {
    while (waiting.length > 0) await turn();
  };
  const job = (
    name: string,
    slot: string,
    priority: number,
    steps: () => Generator<void, void> = () => count(name, 3),
  ): Job => ({
    slot,
    priority,
    steps: steps(),
    failed: (error) => log.push(`${name} failed: ${String(error)}`),
  });
  function* count(name: string, steps: number): Generator<void, void> {
    try {
      for (let i = 1; i <= steps; i += 1) {
        log.push(`${name}${i}`);
        if (i < steps) yield;
      }
    } finally {
      log.push(`${name} over`);
    }
  }
  return { log, queue, turn, settle, pass, job };
}

test('of jobs that arrive together the most urgent runs first, in any order of arrival', async () => {
  const { log, queue, settle, job } = setUp();
  queue.add(job('low', 'a', 2));
  queue.add(job('high', 'b', 1));
  await settle();
  expect(log).toEqual(['high1', 'high2', 'high3', 'high over', 'low1', 'low2', 'low3', 'low over']);
});

test('a more urgent job runs between the steps of another', async () => {
  const { log, queue, turn, settle, job } = setUp();
  queue.add(job('low', 'a', 2));
  await turn();
  queue.add(job('high', 'b', 1));
  await settle();
  expect(log).toEqual(['low1', 'high1', 'high2', 'high3', 'high over', 'low2', 'low3', 'low over']);
});

test('a newer job of the same slot replaces the older one, which cleans up at once', async () => {
  const { log, queue, turn, settle, job } = setUp();
  queue.add(job('old', 'a', 1));
  await turn();
  queue.add(job('new', 'a', 1));
  expect(log).toEqual(['old1', 'old over']);
  await settle();
  expect(log).toEqual(['old1', 'old over', 'new1', 'new2', 'new3', 'new over']);
});

test('of several jobs of a slot that arrive together only the newest starts', async () => {
  const { log, queue, settle, job } = setUp();
  for (const name of ['a', 'b', 'c']) queue.add(job(name, 'slot', 1));
  await settle();
  expect(log).toEqual(['c1', 'c2', 'c3', 'c over']);
});

test('a step that throws is reported, and other jobs go on', async () => {
  const { log, queue, settle, job } = setUp();
  const broken = function* (): Generator<void, void> {
    yield;
    throw new Error('no luck');
  };
  queue.add(job('broken', 'a', 1, broken));
  queue.add(job('other', 'b', 2));
  await settle();
  expect(log).toEqual(['broken failed: Error: no luck', 'other1', 'other2', 'other3', 'other over']);
});

test('an error while a job is cancelled is reported, and other jobs go on', async () => {
  const { log, queue, turn, settle, job } = setUp();
  const clumsy = function* (): Generator<void, void> {
    try {
      yield;
    } finally {
      // eslint-disable-next-line no-unsafe-finally -- the error of a generator that is cancelled
      throw new Error('dropped it');
    }
  };
  queue.add(job('clumsy', 'a', 1, clumsy));
  await turn();
  queue.add(job('next', 'a', 1));
  await settle();
  expect(log).toEqual(['clumsy failed: Error: dropped it', 'next1', 'next2', 'next3', 'next over']);
});

test('a job that is added after all others are done runs', async () => {
  const { log, queue, settle, job } = setUp();
  queue.add(job('one', 'a', 1));
  await settle();
  queue.add(job('two', 'a', 1));
  await settle();
  expect(log.filter((line) => line.endsWith('over'))).toEqual(['one over', 'two over']);
});

test('a cancelled job cleans up at once and takes no more steps; others go on', async () => {
  const { log, queue, turn, settle, job } = setUp();
  queue.add(job('dropped', 'a', 1));
  queue.add(job('other', 'b', 2));
  await turn();
  queue.cancel('a');
  queue.cancel('none');
  await settle();
  expect(log).toEqual(['dropped1', 'dropped over', 'other1', 'other2', 'other3', 'other over']);
});

test('every job in the foreground gets steps, even while more urgent jobs keep arriving', async () => {
  const { log, queue, turn, settle, pass, job } = setUp();
  function* long(): Generator<void, void> {
    for (let i = 1; i <= 40; i += 1) {
      log.push('long');
      yield;
    }
  }
  queue.add(job('long', 'a', 1, long));
  queue.add(job('late', 'c', 3));
  queue.add(job('later', 'd', 4));
  queue.add({ ...job('patient', 'e', 5), isBackground: true });
  for (let i = 0; i < 40; i += 1) {
    if (i % 2 === 0) queue.add(job('urgent', 'b', 0, () => [][Symbol.iterator]() as Generator<void, void>));
    await turn();
  }
  expect(log).toContain('late over');
  expect(log).toContain('later over');
  expect(log).not.toContain('patient1');
  expect(log.filter((entry) => entry === 'long').length).toBeLessThan(40);
  await pass(1000);
  await settle();
  expect(log.filter((entry) => entry === 'long')).toHaveLength(40);
});

test('a background job waits for all others, whatever its priority', async () => {
  const { log, queue, settle, pass, job } = setUp();
  await pass(1000);
  queue.add({ ...job('sweep', 'a', 0), isBackground: true });
  queue.add(job('trace', 'b', 1));
  await settle();
  await pass(1000);
  await settle();
  expect(log.slice(0, 5)).toEqual(['trace1', 'trace2', 'trace3', 'trace over', 'sweep1']);
  expect(log).toContain('sweep over');
});

/** A background job that logs each of its steps. */
const background = ({ log, job }: ReturnType<typeof setUp>, steps: number): Job => ({
  ...job('sweep', 'a', 6, function* () {
    for (let i = 1; i <= steps; i += 1) {
      log.push(`sweep${i}`);
      yield;
    }
  }),
  isBackground: true,
  startsAtOnce: true,
});

test('while the user interacts, a background job that starts at once takes its first steps at once, and rests before each of the others', async () => {
  const set = setUp();
  const { log, queue, settle, pass, job } = set;
  queue.add(background(set, 5));
  queue.add(job('trace', 'b', 1));
  await settle();
  expect(log).toEqual(['trace1', 'trace2', 'trace3', 'trace over', 'sweep1', 'sweep2', 'sweep3']);
  // A job that arrives during the rest does not wait for its end; the rest then begins anew.
  await pass(20);
  queue.add(job('hover', 'c', 0));
  await pass(0);
  await settle();
  expect(log.slice(7)).toEqual(['hover1', 'hover2', 'hover3', 'hover over']);
  await pass(20);
  await settle();
  expect(log.slice(11)).toEqual([]);
  await pass(20);
  await settle();
  expect(log.slice(11)).toEqual(['sweep4']);
});

test('while other jobs keep arriving, a background job still takes a step now and then', async () => {
  const set = setUp();
  const { log, queue, settle, pass, job } = set;
  queue.add(background(set, 20));
  for (let ms = 0; ms < 1000; ms += 10) {
    queue.add(job('hover', 'c', 0));
    await pass(10);
    await settle();
  }
  const steps = log.filter((entry) => entry.startsWith('sweep')).length;
  expect(steps).toBeGreaterThan(5);
  expect(steps).toBeLessThan(10);
});

test('any other background job rests before its first step, too', async () => {
  const { log, queue, settle, pass, job } = setUp();
  queue.add(job('trace', 'b', 1));
  queue.add({ ...job('script', 'a', 7), isBackground: true });
  await settle();
  expect(log.at(-1)).toBe('trace over');
  await pass(30);
  await settle();
  expect(log.at(-1)).toBe('script1');
});

test('of jobs that arrive together during a rest the most urgent runs first', async () => {
  const set = setUp();
  const { log, queue, settle, turn, pass, job } = set;
  queue.add(background(set, 5));
  queue.add(job('trace', 'b', 1));
  await settle();
  queue.add(job('low', 'c', 3));
  await pass(0);
  queue.add(job('high', 'd', 0));
  await turn();
  await settle();
  expect(log.slice(7, 9)).toEqual(['high1', 'high2']);
});

test('after a background job was cancelled while it rested, others go on', async () => {
  const set = setUp();
  const { log, queue, settle, pass, job } = set;
  queue.add(background(set, 5));
  queue.add(job('trace', 'b', 1));
  await settle();
  queue.cancel('a');
  queue.add(job('next', 'c', 2));
  await pass(100);
  await settle();
  expect(log.slice(7)).toEqual(['next1', 'next2', 'next3', 'next over']);
});

test('of background jobs alone, each gets steps, however long the most urgent one takes', async () => {
  const { log, queue, settle, pass, job } = setUp();
  function* endless(): Generator<void, void> {
    for (let i = 1; i <= 100; i += 1) {
      log.push('sweep');
      yield;
    }
  }
  await pass(1000);
  queue.add({ ...job('sweep', 'a', 6, endless), isBackground: true });
  queue.add({ ...job('script', 'b', 7), isBackground: true });
  await settle();
  expect(log.indexOf('script over')).toBeGreaterThan(0);
  expect(log.lastIndexOf('sweep')).toBeGreaterThan(log.indexOf('script over'));
});

test('a background job does not rest while the user does nothing', async () => {
  const set = setUp();
  const { log, queue, settle, pass, job } = set;
  queue.add(job('trace', 'b', 1));
  await settle();
  await pass(1000);
  queue.add(background(set, 6));
  await settle();
  expect(log.slice(4)).toEqual([1, 2, 3, 4, 5, 6].map((step) => `sweep${step}`));
});
