import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { RunLog } from '../../experiment/log/types';
import type { ProblemChoice } from '../../experiment/core/types';
import { forget, keep, keptUnder } from '../device/device';
import { listenToOtherTabs } from '../device/otherTabs';
import { deviceKeys } from '../device/storedKeys';
import type { KeptLog } from '../stores/shownLogs';

const PREFIX = deviceKeys.logs;

const numbers = v.array(v.number());
const quantity = v.object({ name: v.string(), values: v.array(v.union([v.number(), v.nan()])) });

/** What is kept may have been written by an older page, so it is checked like any other input. */
const keptLog = v.object({
  id: v.string(),
  problem: v.string(),
  at: v.number(),
  counted: v.nullable(v.object({ offset: v.number(), pathOffset: v.number() })),
  name: v.string(),
  counts: v.picklist(['step', 'epoch']),
  steps: numbers,
  loss: quantity,
  others: v.array(quantity),
  precision: v.object({
    kind: v.picklist(['float32', 'float64']),
    rounded: v.nullable(v.object({ decimals: v.number(), digits: v.nullable(v.number()) })),
  }),
  repeated: v.number(),
});

interface Logs {
  /** Oldest first. */
  readonly logs: readonly KeptLog[];
  /** Whether the browser refused to keep one of them. */
  readonly isRefused: boolean;
}

export const logStore = createStore<Logs>(() => ({ logs: [], isRefused: false }));

export const useLogs = <T>(select: (state: Logs) => T): T => useStore(logStore, select);

/** The name of a problem beside whose runs a log is shown. Constants and data may change; it is then compared anew. */
export const problemKey = (problem: ProblemChoice): string =>
  problem.kind === 'custom' ? `f=${problem.loss}` : problem.id;

/** Puts the logs that are on this device into the store, with those that were added in the meantime. */
export async function loadLogs(): Promise<void> {
  const kept = (await keptUnder(PREFIX)).flatMap(([, value]): KeptLog[] => {
    const read = v.safeParse(keptLog, value);
    return read.success ? [read.output] : [];
  });
  logStore.setState(({ logs }) => {
    const added = new Set(logs.map(({ id }) => id));
    return { logs: [...kept.filter(({ id }) => !added.has(id)), ...logs].sort((a, b) => a.at - b.at) };
  });
}

/** Ids of logs that are on the screen until the page is closed: what is stored was cleared. */
const cleared = new Set<string>();

/** Keeps none of the present logs any longer. They stay on the screen. */
export const clearLogs = (): void => logStore.getState().logs.forEach(({ id }) => cleared.add(id));

listenToOtherTabs((message) => {
  if (message.kind === 'forgotten' && message.name === null) clearLogs();
});

async function store(log: KeptLog): Promise<void> {
  if (cleared.has(log.id)) return;
  const isKept = await keep(PREFIX + log.id, log);
  if (!isKept) logStore.setState({ isRefused: true });
}

/** Shows a log beside the runs of a problem, and keeps it on this device. */
export function addLog(log: RunLog, problem: ProblemChoice): void {
  const at = Date.now();
  const added: KeptLog = {
    ...log,
    id: `${at}-${crypto.getRandomValues(new Uint32Array(1))[0] ?? 0}`,
    at,
    problem: problemKey(problem),
    counted: null,
  };
  logStore.setState(({ logs }) => ({ logs: [...logs, added] }));
  void store(added);
}

/** Removes a log from the screen and from this device. */
export function removeLog(id: string): void {
  logStore.setState(({ logs }) => ({ logs: logs.filter((log) => log.id !== id) }));
  void forget(PREFIX + id);
}

/** Changes what is remembered of a log. */
export function changeLog(id: string, change: Partial<Pick<KeptLog, 'problem' | 'counted'>>): void {
  logStore.setState(({ logs }) => ({ logs: logs.map((log) => (log.id === id ? { ...log, ...change } : log)) }));
  const changed = logStore.getState().logs.find((log) => log.id === id);
  if (changed) void store(changed);
}
