import { keptUnder } from '../device/device';
import { deviceKeys, localKeys, OWN_NAME, tabKeys } from '../device/storedKeys';
import { storedFiles } from './pageFiles';

/** A kind of thing that the page may store; experiments on user data are counted with their data. */
type StoredKind =
  | keyof typeof localKeys
  | keyof typeof tabKeys
  | Exclude<keyof typeof deviceKeys, 'experiments'>
  /** What none of today's keys names, as an earlier release may have left it; and experiments whose data are gone. */
  | 'others'
  /** The page itself. */
  | 'files';

/** What is stored of a kind. */
export interface Stored {
  readonly kind: StoredKind;
  /** Of data sets, logs and so on; of preferences that were chosen; of steps of lessons. */
  readonly count: number;
  /** The names of logs and playlists, which may be empty; of data sets their rows. */
  readonly names: readonly string[];
  /** Of files. */
  readonly bytes: number;
}

const stored = (kind: StoredKind, count: number, { names = [], bytes = 0 }: Partial<Stored> = {}): Stored => ({
  kind,
  count,
  names,
  bytes,
});

/** All that is stored now, without the kinds of which there is nothing. What the browser does not let the page read is not listed. */
export async function storedThings(): Promise<readonly Stored[]> {
  const texts = [...inStorage(() => localStorage, localKeys), ...inStorage(() => sessionStorage, tabKeys)];
  const files = await storedFiles().catch(() => ({ count: 0, bytes: 0 }));
  return [...texts, ...onDevice(await keptUnder('')), stored('files', files.count, files)]
    .filter(({ count }) => count > 0)
    .reduce<readonly Stored[]>(addUp, []);
}

/** Things of the same kind, from two storages, as one. */
function addUp(all: readonly Stored[], one: Stored): readonly Stored[] {
  const same = all.findIndex(({ kind }) => kind === one.kind);
  const former = all[same];
  return former ? all.with(same, { ...former, count: former.count + one.count }) : [...all, one];
}

/** The page's own keys of a storage; nothing where the browser blocks it. */
export function ownKeys(storage: () => Storage): readonly string[] {
  try {
    return Object.keys(storage()).filter((key) => key.startsWith(`${OWN_NAME}.`));
  } catch {
    return [];
  }
}

function inStorage<Kind extends StoredKind>(storage: () => Storage, keys: Readonly<Record<Kind, string>>): Stored[] {
  const kinds = new Map<string, Kind>();
  for (const kind in keys) kinds.set(keys[kind], kind);
  return ownKeys(storage).map((key) => {
    const kind = kinds.get(key);
    return kind === undefined ? stored('others', 1) : stored(kind, membersOf(storage().getItem(key) ?? ''));
  });
}

/** How many members the JSON of a text has; of lessons, how many steps they have together. 1 for what is no JSON. */
function membersOf(text: string): number {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return 1;
    return Object.values(value).flat().length;
  } catch {
    return 1;
  }
}

type Entry = readonly [key: string, value: unknown];

function onDevice(entries: readonly Entry[]): Stored[] {
  const under = (prefix: string) => entries.filter(([key]) => key.startsWith(prefix));
  const values = (prefix: string) => under(prefix).map(([, value]) => value);
  const known = Object.values(deviceKeys).flatMap(under).length;
  const data = values(deviceKeys.data);
  const logs = values(deviceKeys.logs);
  const playlists = values(deviceKeys.playlists).flatMap((value) => arrayIn(value, 'lists'));
  // An experiment whose data are gone.
  const alone = under(deviceKeys.experiments).filter(
    ([key]) => !entries.some(([other]) => other === key.replace(deviceKeys.experiments, deviceKeys.data)),
  );
  return [
    stored('data', data.length, { names: data.map((value) => String(arrayIn(value, 'y').length)) }),
    stored('logs', logs.length, { names: logs.map((value) => textIn(value, 'name')) }),
    stored('playlists', playlists.length, { names: playlists.map((value) => textIn(value, 'playlist')) }),
    stored('others', entries.length - known + alone.length),
  ];
}

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[field] : undefined;

const arrayIn = (value: unknown, field: string): readonly unknown[] => {
  const found = fieldOf(value, field);
  return Array.isArray(found) ? (found as readonly unknown[]) : [];
};

const textIn = (value: unknown, field: string): string => {
  const found = fieldOf(value, field);
  return typeof found === 'string' ? found : '';
};
