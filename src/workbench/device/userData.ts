import { parseExperiment, toJson, type AwaitedUserData } from '../../experiment';
import type { Experiment, UserData } from '../../experiment/core/types';
import { userDataName } from '../../experiment/core/userDataName';
import { forget, isKeptUnder, keep, keptUnder, readKept } from './device';
import { listenToOtherTabs, tellOtherTabs } from './otherTabs';
import { deviceKeys } from './storedKeys';
import { userDataStore, type Keeping } from './userDataStore';

/** User data under their name, and the last experiment on them with the link that it had. */
const { data: DATA, experiments: EXPERIMENT } = deviceKeys;

interface KeptExperiment {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly link: string;
  /** Its public JSON without the data. */
  readonly json: object;
}

/** The most data sets that are kept; the oldest goes first. */
const MOST = 5;

/** Names of data that were kept in this session, and of those that were forgotten and are not to be kept again by themselves. */
const done = new Set<string>();
const forgotten = new Set<string>();

/** The name of the user data that were last on the screen. */
let shown: string | null = null;

const say = (keeping: Keeping): void => userDataStore.setState({ keeping });

const userDataOf = ({ problem }: Experiment): UserData | null => (problem.kind === 'data' && problem.userData) || null;

/** Keeps the user data of an experiment, and the experiment beside them, so that its link brings them back on this device. */
export async function keepUserData(experiment: Experiment, link: string): Promise<void> {
  const userData = userDataOf(experiment);
  if (!userData) return;
  const name = (shown = userDataName(userData));
  if (forgotten.has(name)) return say('forgotten');
  const rows = await keepRows(name, userData);
  if (rows === 'refused') return say('refused');
  // They may have been forgotten meanwhile.
  if (forgotten.has(name)) return forgetNamed(name);
  const record: KeptExperiment = { at: Date.now(), link, json: withoutData(experiment) };
  if (!(await keep(EXPERIMENT + name, record))) return say('refused');
  if (forgotten.has(name)) return forgetNamed(name);
  say('kept');
  if (rows === 'written') await forgetOldest();
}

/** Rows that are being written, by their name: another call for the same waits meanwhile, so that they are written once. */
const beingWritten = new Map<string, Promise<'refused' | 'written' | 'there'>>();

function keepRows(name: string, userData: UserData): Promise<'refused' | 'written' | 'there'> {
  const write = async () => {
    // Another tab may have kept so many that these were the oldest.
    if (done.has(name) && (await isKeptUnder(DATA + name)) !== false) return 'there';
    if (!(await keep(DATA + name, userData))) return 'refused';
    done.add(name);
    return 'written';
  };
  const writing = beingWritten.get(name) ?? write().finally(() => beingWritten.delete(name));
  beingWritten.set(name, writing);
  return writing;
}

/** What the data themselves are, beside the settings of the model. */
const OF_DATA: readonly string[] = ['x', 'y', 'order', 'names'] satisfies readonly (keyof UserData)[];

function withoutData(experiment: Experiment): object {
  const json = toJson(experiment);
  if (!('data' in json.problem)) return json;
  const settings = Object.fromEntries(Object.entries(json.problem.data).filter(([key]) => !OF_DATA.includes(key)));
  return { ...json, problem: { ...json.problem, data: settings } };
}

/** The same for equal experiments. User data stand in it by their name: their rows would take long to write. */
export function experimentKey(experiment: Experiment): string {
  const userData = userDataOf(experiment);
  return `${userData ? userDataName(userData) : ''} ${JSON.stringify(withoutData(experiment))}`;
}

async function forgetOldest(): Promise<void> {
  const all = (await keptUnder(EXPERIMENT)).map(([key, value]) => ({
    name: key.slice(EXPERIMENT.length),
    at: isKept(value) ? value.at : 0,
  }));
  const surplus = all.sort((a, b) => b.at - a.at).slice(MOST);
  for (const { name } of surplus) await forgetNamed(name);
}

async function forgetNamed(name: string): Promise<void> {
  await forget(DATA + name);
  await forget(EXPERIMENT + name);
  done.delete(name);
}

/** Forgets the user data of an experiment. They stay on the screen until the page is reloaded. */
export async function forgetUserData(experiment: Experiment): Promise<void> {
  const userData = userDataOf(experiment);
  if (!userData) return;
  const name = userDataName(userData);
  stopKeeping(name);
  await forgetNamed(name);
  tellOtherTabs({ kind: 'forgotten', name });
}

/** From now on these data are not kept again by themselves. */
function stopKeeping(name: string): void {
  forgotten.add(name);
  done.delete(name);
  if (name === shown) say('forgotten');
}

/** The same for all data of this session, when everything stored is cleared. */
export const stopKeepingAll = (): void => new Set([...done, ...(shown === null ? [] : [shown])]).forEach(stopKeeping);

listenToOtherTabs((message) => {
  if (message.kind !== 'forgotten') return;
  if (message.name === null) stopKeepingAll();
  else if (done.has(message.name) || message.name === shown) stopKeeping(message.name);
});

/** Keeps them after all. */
export async function keepAgain(experiment: Experiment, link: string): Promise<void> {
  const userData = userDataOf(experiment);
  if (userData) forgotten.delete(userDataName(userData));
  await keepUserData(experiment, link);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isKept = (value: unknown): value is KeptExperiment =>
  isObject(value) &&
  'at' in value &&
  typeof value.at === 'number' &&
  'link' in value &&
  'json' in value &&
  isObject(value.json);

/**
 * The experiment of a link on the user data that it names: as it was when it had this link, or else what the link says, on
 * these data. Null where they are not on this device. What is kept is checked like any other input.
 */
export async function restoreUserData({ name, experiment }: AwaitedUserData, link: string): Promise<Experiment | null> {
  const [data, record] = await Promise.all([readKept(DATA + name), readKept(EXPERIMENT + name)]);
  if (!isObject(data)) return null;
  const own = isKept(record) && record.link === link ? experimentOn(record.json, data) : null;
  return own ?? experimentOn(toJson(experiment), data);
}

/** An experiment in JSON on other data, checked again; null where these are none. */
export function experimentOn(json: object, data: object): Experiment | null {
  const problem = 'problem' in json && isObject(json.problem) ? json.problem : {};
  const settings = 'data' in problem && isObject(problem.data) ? problem.data : {};
  const { experiment } = parseExperiment({ ...json, problem: { ...problem, data: { ...settings, ...data } } });
  return userDataOf(experiment) && experiment;
}
