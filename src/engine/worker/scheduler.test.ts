import { expect, test } from 'vitest';
import { Scheduler, type Job } from './scheduler';

/** A scheduler whose pauses the test ends, and a diary of what happened. */
function bench() {
  const diary: string[] = [];
  const waiting: (() => void)[] = [];
  const timers: { at: number; run: () => void }[] = [];
  let now = 0;
  const scheduler = new Scheduler({
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
  /** Lets the scheduler take one step. */
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
    lane: string,
    priority: number,
    steps: () => Generator<void, void> = () => count(name, 3),
  ): Job => ({
    lane,
    priority,
    steps: steps(),
    failed: (error) => diary.push(`${name} failed: ${String(error)}`),
  });
  function* count(name: string, steps: number): Generator<void, void> {
    try {
      for (let i = 1; i <= steps; i += 1) {
        diary.push(`${name}${i}`);
        if (i < steps) yield;
      }
    } finally {
      diary.push(`${name} over`);
    }
  }
  return { diary, scheduler, turn, settle, pass, job };
}

test('of jobs that arrive together the most urgent goes first, whatever the order of arrival', async () => {
  const { diary, scheduler, settle, job } = bench();
  scheduler.add(job('low', 'a', 2));
  scheduler.add(job('high', 'b', 1));
  await settle();
  expect(diary).toEqual(['high1', 'high2', 'high3', 'high over', 'low1', 'low2', 'low3', 'low over']);
});

test('a more urgent job comes between the steps of another', async () => {
  const { diary, scheduler, turn, settle, job } = bench();
  scheduler.add(job('low', 'a', 2));
  await turn();
  scheduler.add(job('high', 'b', 1));
  await settle();
  expect(diary).toEqual(['low1', 'high1', 'high2', 'high3', 'high over', 'low2', 'low3', 'low over']);
});

test('the newest of a lane takes the place of the one before, which cleans up at once', async () => {
  const { diary, scheduler, turn, settle, job } = bench();
  scheduler.add(job('old', 'a', 1));
  await turn();
  scheduler.add(job('new', 'a', 1));
  expect(diary).toEqual(['old1', 'old over']);
  await settle();
  expect(diary).toEqual(['old1', 'old over', 'new1', 'new2', 'new3', 'new over']);
});

test('of a burst only the newest is begun', async () => {
  const { diary, scheduler, settle, job } = bench();
  for (const name of ['a', 'b', 'c']) scheduler.add(job(name, 'lane', 1));
  await settle();
  expect(diary).toEqual(['c1', 'c2', 'c3', 'c over']);
});

test('a step that throws is reported and stops nobody else', async () => {
  const { diary, scheduler, settle, job } = bench();
  const broken = function* (): Generator<void, void> {
    yield;
    throw new Error('no luck');
  };
  scheduler.add(job('broken', 'a', 1, broken));
  scheduler.add(job('other', 'b', 2));
  await settle();
  expect(diary).toEqual(['broken failed: Error: no luck', 'other1', 'other2', 'other3', 'other over']);
});

test('so is one that throws while it is put aside', async () => {
  const { diary, scheduler, turn, settle, job } = bench();
  const clumsy = function* (): Generator<void, void> {
    try {
      yield;
    } finally {
      // eslint-disable-next-line no-unsafe-finally -- what this is about
      throw new Error('dropped it');
    }
  };
  scheduler.add(job('clumsy', 'a', 1, clumsy));
  await turn();
  scheduler.add(job('next', 'a', 1));
  await settle();
  expect(diary).toEqual(['clumsy failed: Error: dropped it', 'next1', 'next2', 'next3', 'next over']);
});

test('after all work is done it takes up work again', async () => {
  const { diary, scheduler, settle, job } = bench();
  scheduler.add(job('one', 'a', 1));
  await settle();
  scheduler.add(job('two', 'a', 1));
  await settle();
  expect(diary.filter((line) => line.endsWith('over'))).toEqual(['one over', 'two over']);
});

test('a lane that is dropped cleans up at once and does nothing more; the others go on', async () => {
  const { diary, scheduler, turn, settle, job } = bench();
  scheduler.add(job('dropped', 'a', 1));
  scheduler.add(job('other', 'b', 2));
  await turn();
  scheduler.drop('a');
  scheduler.drop('none');
  await settle();
  expect(diary).toEqual(['dropped1', 'dropped over', 'other1', 'other2', 'other3', 'other over']);
});

test('a long job keeps nobody waiting for ever, not even where more urgent ones come all the time', async () => {
  const { diary, scheduler, turn, settle, pass, job } = bench();
  function* long(): Generator<void, void> {
    for (let i = 1; i <= 40; i += 1) {
      diary.push('long');
      yield;
    }
  }
  scheduler.add(job('long', 'a', 1, long));
  scheduler.add(job('late', 'c', 3));
  scheduler.add(job('later', 'd', 4));
  scheduler.add({ ...job('patient', 'e', 5), patient: true });
  for (let i = 0; i < 40; i += 1) {
    if (i % 2 === 0) scheduler.add(job('urgent', 'b', 0, () => [][Symbol.iterator]() as Generator<void, void>));
    await turn();
  }
  expect(diary).toContain('late over');
  expect(diary).toContain('later over');
  expect(diary).not.toContain('patient1');
  expect(diary.filter((entry) => entry === 'long').length).toBeLessThan(40);
  await pass(1000);
  await settle();
  expect(diary.filter((entry) => entry === 'long')).toHaveLength(40);
});

test('while the screen asks, a patient job rests between its steps, until something is asked again', async () => {
  const { diary, scheduler, settle, pass, job } = bench();
  scheduler.add({ ...job('sweep', 'a', 6), patient: true });
  scheduler.add(job('trace', 'b', 1));
  await settle();
  expect(diary).toEqual(['trace1', 'trace2', 'trace3', 'trace over', 'sweep1']);
  // What comes meanwhile does not wait for the rest to end.
  scheduler.add(job('hover', 'c', 0));
  await pass(0);
  await settle();
  expect(diary.slice(5)).toEqual(['hover1', 'hover2', 'hover3', 'hover over', 'sweep2']);
  await pass(100);
  await settle();
  expect(diary.slice(10)).toEqual(['sweep3', 'sweep over']);
});

test('where nobody asks for anything a patient job does not rest', async () => {
  const { diary, scheduler, settle, pass, job } = bench();
  scheduler.add(job('trace', 'b', 1));
  await settle();
  await pass(1000);
  scheduler.add({ ...job('sweep', 'a', 6), patient: true });
  await settle();
  expect(diary.slice(4)).toEqual(['sweep1', 'sweep2', 'sweep3', 'sweep over']);
});
