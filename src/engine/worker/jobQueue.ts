/** A piece of work that is done in steps. */
export interface Job {
  /** A newer job of the same slot replaces the older one. */
  readonly slot: string;
  /** Lower goes first, among the jobs in the background and among the others. */
  readonly priority: number;
  /** Waits until nothing else is to do, however long that takes and whatever its priority. */
  readonly isBackground?: boolean;
  /** Whether a background job takes its first steps without a rest, as the coarse picture of a sweep that follows a slider. */
  readonly startsAtOnce?: boolean;
  /** Each step takes about 10 ms; the job is done when the generator is. */
  readonly steps: Generator<void, void>;
  /** Called with what a step threw. */
  readonly failed: (error: unknown) => void;
}

/**
 * One step in so many goes to the job that has waited longest, a background job only if there are no others: a long run must not
 * block all others, nor a sweep of minutes what a script asks for.
 */
const FAIRNESS_INTERVAL = 5;

/** The user counts as interacting for this long, in milliseconds, after the last job that is not in the background. */
const INTERACTION_MS = 300;
/**
 * While the user interacts, a background job waits for so many milliseconds before each step, anew if another job arrives: its
 * draws would delay the frames of the page that show what the others have answered.
 */
const REST_MS = 30;
/** So long after its last step, in milliseconds, it begins no further rest. */
const LONGEST_REST_MS = 200;
/** Steps that a job with `startsAtOnce` takes before it rests. */
const FIRST_STEPS = 3;

/** What the job queue needs from outside; tests bring their own clock. */
export interface JobQueueHost {
  /** Resolves once the messages that have arrived are handled. */
  readonly pause: () => Promise<void>;
  readonly now: () => number;
  readonly later: (run: () => void, ms: number) => void;
}

/** Runs jobs step by step, the most urgent first, and handles messages between the steps. */
export class JobQueue {
  private readonly jobs = new Map<string, Job>();
  private isRunning = false;
  private stepCount = 0;
  /** The step count at which the job of each slot was added or had its last step. */
  private readonly waitingSince = new Map<string, number>();

  /** How many steps each background job has taken, and when the last one ended. */
  private readonly backgroundSteps = new WeakMap<Job, { readonly count: number; readonly at: number }>();
  private lastInteraction = -Infinity;
  private endRest = (): void => undefined;

  constructor(private readonly host: JobQueueHost) {}

  /** Adds a job and cancels the one of the same slot. */
  add(job: Job): void {
    if (!job.isBackground) {
      this.lastInteraction = this.host.now();
      this.endRest();
    }
    const replaced = this.jobs.get(job.slot);
    this.jobs.set(job.slot, job);
    if (replaced) cancel(replaced);
    else this.waitingSince.set(job.slot, this.stepCount);
    if (!this.isRunning) void this.run();
  }

  /** Cancels the job of a slot, if there is one. */
  cancel(slot: string): void {
    const job = this.jobs.get(slot);
    this.jobs.delete(slot);
    if (job) cancel(job);
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    // Of messages that arrived together the most urgent goes first, so all are handled before the first step.
    await this.host.pause();
    let hasRested = false;
    for (let job = this.next(); job; job = this.next()) {
      if (!hasRested && this.shouldRest(job)) {
        hasRested = await this.rest();
        await this.host.pause();
        continue;
      }
      hasRested = false;
      this.step(job);
      await this.host.pause();
    }
    this.isRunning = false;
  }

  private shouldRest(job: Job): boolean {
    const now = this.host.now();
    if (!job.isBackground || now - this.lastInteraction >= INTERACTION_MS) return false;
    const last = this.backgroundSteps.get(job);
    if (job.startsAtOnce && (last?.count ?? 0) < FIRST_STEPS) return false;
    return last === undefined || now - last.at < LONGEST_REST_MS;
  }

  /** @returns whether no other job ended the rest */
  private rest(): Promise<boolean> {
    return new Promise((resolve) => {
      this.endRest = () => resolve(false);
      this.host.later(() => resolve(true), REST_MS);
    });
  }

  private next(): Job | undefined {
    const jobs = [...this.jobs.values()].sort((a, b) => rankOf(a) - rankOf(b) || a.priority - b.priority);
    const isFairTurn = this.stepCount % FAIRNESS_INTERVAL === FAIRNESS_INTERVAL - 1;
    if (!isFairTurn) return jobs[0];
    const since = ({ slot }: Job) => this.waitingSince.get(slot) ?? 0;
    const foreground = jobs.filter(({ isBackground }) => !isBackground);
    const waiting = foreground.length > 0 ? foreground : jobs;
    return waiting.sort((a, b) => since(a) - since(b))[0];
  }

  private step(job: Job): void {
    this.stepCount += 1;
    this.waitingSince.set(job.slot, this.stepCount);
    try {
      const { done } = job.steps.next();
      if (job.isBackground) {
        const count = (this.backgroundSteps.get(job)?.count ?? 0) + 1;
        this.backgroundSteps.set(job, { count, at: this.host.now() });
      }
      if (!done) return;
    } catch (error) {
      job.failed(error);
    }
    if (this.jobs.get(job.slot) === job) this.jobs.delete(job.slot);
  }
}

/** Jobs in the background come after all others. */
const rankOf = ({ isBackground }: Job): number => (isBackground ? 1 : 0);

/** Lets a job clean up. */
function cancel({ steps, failed }: Job): void {
  try {
    steps.return();
  } catch (error) {
    failed(error);
  }
}
