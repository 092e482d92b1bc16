/** A request that is not yet fully answered. */
interface OpenRequest<Request, Answer> {
  readonly request: Request;
  readonly receive: (answer: Answer) => void;
}

interface RequestSlot<Request, Answer> {
  /** The request that the worker is answering, with its id and the time at which it was sent. */
  inProgress: (OpenRequest<Request, Answer> & { readonly id: number; readonly sentAt: number }) | null;
  /** The newest request behind it. */
  waiting: OpenRequest<Request, Answer> | null;
  /** The last request that was answered in full. */
  answered: OpenRequest<Request, Answer> | null;
  /** How many requests in a row were superseded before they were answered. */
  supersededCount: number;
}

/** On a slow machine the grace grows up to this many times, so that some of a steady stream of requests are answered whole. */
const MAX_GRACE_FACTOR = 8;

/** What request slots need from outside; tests bring their own clock. */
export interface RequestSlotsHost<Request> {
  /** Sends a request and returns its id. */
  readonly send: (request: Request) => number;
  readonly now: () => number;
  readonly later: (run: () => void, ms: number) => void;
}

/**
 * Of each kind one request is in progress, and only the newest waits behind it. While a slider moves, requests come
 * faster than long runs can be answered; if each superseded the one before, none would ever be answered. So a request
 * has `graceOf(kind)` milliseconds before a newer one of its kind supersedes it, and twice as many after every one that
 * was superseded. Parts that arrive until then are shown.
 */
export class RequestSlots<Request extends { readonly kind: string }, Answer> {
  private readonly slots = new Map<string, RequestSlot<Request, Answer>>();

  constructor(
    private readonly host: RequestSlotsHost<Request>,
    private readonly graceOf: (kind: Request['kind']) => number,
  ) {}

  /** Whether a request is not yet answered. */
  get isWaiting(): boolean {
    return [...this.slots.values()].some(({ inProgress }) => inProgress !== null);
  }

  /** Whether a request of a kind is in progress or waiting. */
  isAsked(kind: Request['kind']): boolean {
    const { inProgress, waiting } = this.slotOf(kind);
    return inProgress !== null || waiting !== null;
  }

  ask(request: Request, receive: (answer: Answer) => void): void {
    const slot = this.slotOf(request.kind);
    slot.waiting = { request, receive };
    const elapsed = slot.inProgress ? this.host.now() - slot.inProgress.sentAt : Infinity;
    const grace = this.graceOf(request.kind) * Math.min(2 ** slot.supersededCount, MAX_GRACE_FACTOR);
    if (elapsed >= grace) this.sendWaiting(slot);
    else if (slot.inProgress) this.supersedeAfter(slot, slot.inProgress.id, grace - elapsed);
  }

  /** Forgets the requests of a kind. Returns whether one was in progress. */
  cancel(kind: Request['kind']): boolean {
    const slot = this.slotOf(kind);
    const wasInProgress = slot.inProgress !== null;
    empty(slot);
    return wasInProgress;
  }

  /**
   * Sends again what is in progress, to a worker that knows of nothing.
   * @param isKept the kinds whose last request is sent again even if it was answered
   */
  sendAgain(isKept: (kind: Request['kind']) => boolean): void {
    for (const [kind, slot] of this.slots) {
      const lost = slot.waiting ?? slot.inProgress ?? (isKept(kind) ? slot.answered : null);
      slot.inProgress = null;
      slot.waiting = lost;
      this.sendWaiting(slot);
    }
  }

  /** Passes an answer on to the request with this id; answers to superseded requests are ignored. */
  onAnswer(id: number, answer: Answer, last: boolean): void {
    const slot = this.slotInProgress(id);
    if (!slot?.inProgress) return;
    const { request, receive } = slot.inProgress;
    if (last) {
      slot.answered = { request, receive };
      this.release(slot);
    }
    receive(answer);
  }

  /** Frees the slot of a request that failed or has no answer. */
  onNoAnswer(id: number): void {
    const slot = this.slotInProgress(id);
    if (slot) this.release(slot);
  }

  private release(slot: RequestSlot<Request, Answer>): void {
    slot.inProgress = null;
    slot.supersededCount = 0;
    this.sendWaiting(slot);
  }

  private supersedeAfter(slot: RequestSlot<Request, Answer>, id: number, ms: number): void {
    this.host.later(() => {
      if (slot.inProgress?.id === id) this.sendWaiting(slot);
    }, ms);
  }

  private sendWaiting(slot: RequestSlot<Request, Answer>): void {
    const { waiting } = slot;
    if (!waiting) return;
    slot.waiting = null;
    if (slot.inProgress) slot.supersededCount += 1;
    slot.inProgress = { ...waiting, id: this.host.send(waiting.request), sentAt: this.host.now() };
  }

  private slotInProgress(id: number): RequestSlot<Request, Answer> | undefined {
    return [...this.slots.values()].find(({ inProgress }) => inProgress?.id === id);
  }

  private slotOf(kind: string): RequestSlot<Request, Answer> {
    const slot = this.slots.get(kind) ?? { inProgress: null, waiting: null, answered: null, supersededCount: 0 };
    this.slots.set(kind, slot);
    return slot;
  }
}

/** Timers may still hold the slot, so it is emptied and not replaced. */
function empty(slot: RequestSlot<unknown, never>): void {
  slot.inProgress = null;
  slot.waiting = null;
  slot.answered = null;
  slot.supersededCount = 0;
}
