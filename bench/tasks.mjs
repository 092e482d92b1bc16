/**
 * A task of the main thread: how long it lasted and for how much of that it had a processor, in milliseconds, and what took
 * most of it.
 * @typedef {{ ms: number, cpu: number, what: string }} Task
 */

/** One event of the browser's trace; times in microseconds. @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args: { name?: string, data?: { url?: string, functionName?: string, frames?: { url?: string }[] } } }} TraceEvent */

/** What says where the time of a task went, as the browser names it, and what the report calls it. */
const kinds = /** @type {const} */ ({
  EvaluateScript: 'evaluating',
  FunctionCall: 'running',
  HandlePostMessage: 'an answer of the worker',
  FireAnimationFrame: 'a frame',
  EventDispatch: 'an input',
  Layout: 'layout',
  UpdateLayoutTree: 'styles',
  Paint: 'painting',
  Commit: 'handing the picture over',
  MajorGC: 'clearing memory',
  MinorGC: 'clearing memory',
});

/** @param {string} name @returns {name is keyof typeof kinds} */
const isKnown = (name) => name in kinds;

/** @param {TraceEvent} event */
const nameOf = ({ name, args: { data } }) => {
  const file = data?.url
    ?.split('/')
    .at(-1)
    ?.replace(/-[\w-]{8}\.js$/, '');
  return isKnown(name) ? kinds[name] + (file ? ` ${file}` : '') : name;
};

/** @param {readonly TraceEvent[]} inside the events of a task */
const longestOf = (inside) => {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const event of inside) {
    if (isKnown(event.name)) sums.set(nameOf(event), (sums.get(nameOf(event)) ?? 0) + (event.dur ?? 0));
  }
  return [...sums].reduce((best, one) => (one[1] > best[1] ? one : best), ['other', 0])[0];
};

/**
 * The tasks of a page's main thread during some work, those that computed longest first.
 * @param {import('@playwright/test').Browser} browser @param {import('@playwright/test').Page} page @param {() => Promise<unknown>} work
 * @returns {Promise<Task[]>}
 */
export const tasksDuring = async (browser, page, work) => {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] });
  await work();
  /** @type {unknown} */
  const trace = JSON.parse((await browser.stopTracing()).toString());
  const { traceEvents } = /** @type {{ traceEvents: TraceEvent[] }} */ (trace);
  const threads = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const timed = traceEvents.filter(({ ph }) => ph === 'X');
  const tasks = threads.flatMap(({ pid, tid }) => {
    const own = timed.filter((event) => event.pid === pid && event.tid === tid);
    return own.filter(({ name }) => name === 'ThreadControllerImpl::RunTask').map((task) => ({ task, own }));
  });
  return tasks
    .toSorted((a, b) => (b.task.tdur ?? 0) - (a.task.tdur ?? 0))
    .map(({ task: { ts, dur = 0, tdur = 0 }, own }, i) => {
      // Only the first are of interest, and there are thousands.
      const inside = i < 20 ? own.filter((event) => event.ts >= ts && event.ts + (event.dur ?? 0) <= ts + dur) : [];
      return { ms: dur / 1000, cpu: tdur / 1000, what: longestOf(inside) };
    });
};
