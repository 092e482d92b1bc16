/** Something asked for and not yet fully answered. */
interface Asked<Body, Answer> {
  readonly body: Body;
  readonly receive: (answer: Answer) => void;
}

interface Lane<Body, Answer> {
  /** Id of the request that is out, and when it went. */
  out: (Asked<Body, Answer> & { readonly id: number; readonly at: number }) | null;
  /** The newest one that waits for it. */
  next: Asked<Body, Answer> | null;
  /** How many in a row were overtaken before they were answered. */
  overtaken: number;
}

/** On a slow machine requests have up to this many times their grace, so that some of a steady stream are answered whole. */
const MOST_PATIENCE = 8;

/** What lanes need of the world outside. */
export interface Outside<Body> {
  /** Sends a request and returns its id. */
  readonly send: (body: Body) => number;
  readonly now: () => number;
  readonly later: (run: () => void, ms: number) => void;
}

/**
 * One request of a kind is out at a time, and only the newest waits behind it. While a slider moves, requests come
 * faster than long runs can be answered: were each to overtake the one before, none would ever be. So a request has
 * `graceOf(kind)` milliseconds before a newer one of its kind may overtake it, and twice as many after every one that was
 * overtaken; what it answers until then is shown.
 */
export class Lanes<Body extends { readonly kind: string }, Answer> {
  private readonly lanes = new Map<string, Lane<Body, Answer>>();

  constructor(
    private readonly outside: Outside<Body>,
    private readonly graceOf: (kind: Body['kind']) => number,
  ) {}

  ask(body: Body, receive: (answer: Answer) => void): void {
    const lane = this.laneOf(body.kind);
    lane.next = { body, receive };
    const waited = lane.out ? this.outside.now() - lane.out.at : Infinity;
    const grace = this.graceOf(body.kind) * Math.min(2 ** lane.overtaken, MOST_PATIENCE);
    if (waited >= grace) this.sendNext(lane);
    else if (lane.out) this.overtakeAfter(lane, lane.out.id, grace - waited);
  }

  /** Forgets what was asked for of a kind. Returns whether some of it is out. */
  drop(kind: Body['kind']): boolean {
    const lane = this.laneOf(kind);
    const isOut = lane.out !== null;
    lane.out = null;
    lane.next = null;
    lane.overtaken = 0;
    return isOut;
  }

  /** Hands an answer to whoever asked; answers to what was overtaken are dropped. */
  answered(id: number, answer: Answer, last: boolean): void {
    for (const lane of this.lanes.values()) {
      if (lane.out?.id !== id) continue;
      const { receive } = lane.out;
      if (last) this.free(lane);
      receive(answer);
      return;
    }
  }

  /** Frees the lane of a request that failed. */
  failed(id: number): void {
    for (const lane of this.lanes.values()) {
      if (lane.out?.id === id) this.free(lane);
    }
  }

  private free(lane: Lane<Body, Answer>): void {
    lane.out = null;
    lane.overtaken = 0;
    if (lane.next) this.sendNext(lane);
  }

  private overtakeAfter(lane: Lane<Body, Answer>, id: number, ms: number): void {
    this.outside.later(() => {
      if (lane.out?.id === id && lane.next) this.sendNext(lane);
    }, ms);
  }

  private sendNext(lane: Lane<Body, Answer>): void {
    const asked = lane.next;
    if (!asked) return;
    lane.next = null;
    if (lane.out) lane.overtaken += 1;
    lane.out = { ...asked, id: this.outside.send(asked.body), at: this.outside.now() };
  }

  private laneOf(kind: string): Lane<Body, Answer> {
    const lane = this.lanes.get(kind) ?? { out: null, next: null, overtaken: 0 };
    this.lanes.set(kind, lane);
    return lane;
  }
}
