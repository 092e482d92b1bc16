import { tabKeys } from '../device/storedKeys';

/* A talk that has arrived or is being presented, as this tab keeps it through a reload: the address does not carry it. */

export interface HeldTalk {
  /** The playlist as JSON; not yet read. */
  readonly playlist: unknown;
  /** The picture on the screen; null where the talk is only offered. */
  readonly index: number | null;
}

const key = tabKeys.talk;

export function holdTalk(talk: HeldTalk): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(talk));
  } catch {
    // The storage is blocked or full: a reload then loses the talk.
  }
}

export function forgetTalk(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing is held there either.
  }
}

/** Null where there is none, or nothing that could be one. */
export function heldTalk(): HeldTalk | null {
  let found: unknown = null;
  try {
    found = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  } catch {
    // The storage is blocked, or its content is damaged.
  }
  if (typeof found !== 'object' || found === null) return null;
  const { playlist, index }: Partial<Record<keyof HeldTalk, unknown>> = found;
  return { playlist, index: typeof index === 'number' && Number.isInteger(index) && index >= 0 ? index : null };
}
