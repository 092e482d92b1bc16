import type { CancelOrder, Request, WorkerMessage } from './protocol';
import { SentDataSender } from './sentData';
import type { WorkerDeath, WorkerTrouble } from './workerDeath';
import type { WorkerPort } from './workerPort';

/** So many workers may die within `DEATHS_WITHIN_MS` before the page computes by itself. */
const MAX_DEATHS = 3;
const DEATHS_WITHIN_MS = 10 * 60_000;

/** While an answer is due, the worker is asked for a sign of life this often, in milliseconds. */
const PING_MS = 5_000;
/** After so many pings without any message, the worker counts as dead. Compiling a shader may keep it silent for seconds. */
const MAX_UNANSWERED_PINGS = 6;

interface WorkerConnectionHost {
  /** Starts the first worker, where that differs from the others; null: the first request starts it. */
  readonly startFirst?: (() => WorkerPort) | null;
  readonly startWorker: () => WorkerPort;
  readonly startOnPage: () => WorkerPort;
  readonly receive: (message: WorkerMessage) => void;
  /** Whether an answer is due. */
  readonly isWaiting: () => boolean;
  /** A new worker has taken the place of one that died. It knows of nothing: all that is wanted must be sent again. */
  readonly sendAgain: () => void;
  readonly onTrouble: (trouble: WorkerTrouble) => void;
}

/**
 * Keeps a worker at work. One that dies, or is silent for too long, is replaced at once; after a few deaths the page
 * itself takes the worker's place.
 */
export class WorkerConnection {
  private port: WorkerPort | null = null;
  private sentData = new SentDataSender();
  /** Times of the last deaths, in milliseconds of `performance.now`. */
  private deaths: number[] = [];
  private pingTimer: ReturnType<typeof setInterval> | undefined;
  private unansweredPings = 0;

  constructor(private readonly host: WorkerConnectionHost) {
    if (host.startFirst !== null) this.start(host.startFirst ?? host.startWorker);
  }

  /** Sends a request. Where there is no worker, one is started, and everything is sent again. */
  send(request: Request): void {
    this.pingTimer ??= setInterval(() => this.ping(), PING_MS);
    if (this.port) this.port.postMessage({ ...request, body: this.sentData.send(request.body) });
    else queueMicrotask(() => this.restart());
  }

  cancel(order: CancelOrder): void {
    this.port?.postMessage(order);
  }

  /** Starts a worker where there is none, and has everything sent again. */
  restart(): void {
    if (this.port) return;
    this.start(this.host.startWorker);
    this.host.sendAgain();
  }

  /** Ends a worker from which no answer is due, so that its memory and its graphics context are free. The next request starts another. */
  release(): void {
    if (this.host.isWaiting()) return;
    this.port?.terminate();
    this.port = null;
  }

  private start(startPort: () => WorkerPort, isOnPage = false): void {
    // A new worker has no user data yet.
    this.sentData = new SentDataSender();
    this.unansweredPings = 0;
    const died = (death: WorkerDeath) => {
      if (this.port === port) this.onDeath(death, isOnPage);
    };
    let port: WorkerPort | null = null;
    try {
      port = startPort();
    } catch {
      // The browser forbids workers, for example on a page of the file system.
      queueMicrotask(() => died({ kind: 'notLoaded' }));
      return;
    }
    this.port = port;
    port.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
      this.unansweredPings = 0;
      this.host.receive(data);
    };
    port.onmessageerror = () => died({ kind: 'unreadable' });
    port.onerror = ({ message }) => died(message ? { kind: 'stopped', message } : { kind: 'notLoaded' });
  }

  private onDeath(cause: WorkerDeath, wasOnPage: boolean): void {
    this.port?.terminate();
    this.port = null;
    const now = performance.now();
    this.deaths = [...this.deaths.filter((time) => now - time < DEATHS_WITHIN_MS), now];
    if (wasOnPage) {
      this.host.onTrouble({ kind: 'lost', cause });
      return;
    }
    const isOnPage = this.deaths.length >= MAX_DEATHS;
    this.start(isOnPage ? this.host.startOnPage : this.host.startWorker, isOnPage);
    this.host.onTrouble({ kind: isOnPage ? 'onPage' : 'restarted', cause });
    this.host.sendAgain();
  }

  private ping(): void {
    if (!this.host.isWaiting() || !this.port) {
      clearInterval(this.pingTimer);
      this.pingTimer = undefined;
      this.unansweredPings = 0;
      return;
    }
    if (this.unansweredPings >= MAX_UNANSWERED_PINGS) {
      this.onDeath({ kind: 'silent', seconds: (MAX_UNANSWERED_PINGS * PING_MS) / 1000 }, false);
      return;
    }
    this.unansweredPings += 1;
    this.port.postMessage({ kind: 'ping' });
  }
}
