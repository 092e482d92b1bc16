/** A piece of work that can be left between two steps. */
export interface Job {
  /** Jobs of the same lane replace each other: the newest wins. */
  readonly lane: string;
  /** Lower goes first. */
  readonly priority: number;
  /** Waits until there is nothing else to do, however long that takes. */
  readonly patient?: boolean;
  /** Each step is short; the job is over when the generator is. */
  readonly steps: Generator<void, void>;
  /** Called with what a step threw. */
  readonly failed: (error: unknown) => void;
}

/** Every so many steps, who has waited the longest has one, if not patient: a long run must not keep all else waiting. */
const FAIR = 5;

/** So long after the screen has asked for something, in milliseconds, a hand is taken to be at work on it. */
const AT_WORK_MS = 300;
/** A patient job rests so long between two steps while a hand is at work: its steps keep the page's own frames waiting. */
const REST_MS = 20;

/** What the scheduler needs of the world outside. */
export interface Surroundings {
  /** Resolves once messages that have arrived were handled. */
  readonly pause: () => Promise<void>;
  readonly now: () => number;
  readonly later: (run: () => void, ms: number) => void;
}

/**
 * Runs jobs step by step and lets messages in between. A newer job takes the place of the one in its lane at once, so
 * stale work is dropped and never queued.
 */
export class Scheduler {
  private readonly jobs = new Map<string, Job>();
  private running = false;
  private steps = 0;
  /** The step that each lane waits since. */
  private readonly since = new Map<string, number>();

  /** When a job that is not patient came last. */
  private asked = -Infinity;
  /** Ends the rest that is being taken. */
  private wake = (): void => undefined;

  constructor(private readonly outside: Surroundings) {}

  add(job: Job): void {
    if (!job.patient) {
      this.asked = this.outside.now();
      this.wake();
    }
    const before = this.jobs.get(job.lane);
    this.jobs.set(job.lane, job);
    if (before) putAside(before);
    else this.since.set(job.lane, this.steps);
    if (!this.running) void this.work();
  }

  /** Gives up the job of a lane, if there is one. */
  drop(lane: string): void {
    const job = this.jobs.get(lane);
    this.jobs.delete(lane);
    if (job) putAside(job);
  }

  private async work(): Promise<void> {
    this.running = true;
    // Messages that arrived together should compete before work on the first of them starts.
    await this.outside.pause();
    for (let job = this.next(); job; job = this.next()) {
      this.step(job);
      if (job.patient && this.outside.now() - this.asked < AT_WORK_MS) await this.rest();
      await this.outside.pause();
    }
    this.running = false;
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
      this.outside.later(resolve, REST_MS);
    });
  }

  private next(): Job | undefined {
    const waiting = [...this.jobs.values()].sort((a, b) => a.priority - b.priority);
    const sinceOf = ({ lane }: Job) => this.since.get(lane) ?? 0;
    const isFair = this.steps % FAIR === FAIR - 1;
    const longest = isFair
      ? waiting.filter(({ patient }) => !patient).sort((a, b) => sinceOf(a) - sinceOf(b))[0]
      : undefined;
    return longest ?? waiting[0];
  }

  private step(job: Job): void {
    this.steps += 1;
    this.since.set(job.lane, this.steps);
    try {
      if (!job.steps.next().done) return;
    } catch (error) {
      job.failed(error);
    }
    if (this.jobs.get(job.lane) === job) this.jobs.delete(job.lane);
  }
}

/** Lets a job that was overtaken clean up. */
function putAside({ steps, failed }: Job): void {
  try {
    steps.return();
  } catch (error) {
    failed(error);
  }
}
