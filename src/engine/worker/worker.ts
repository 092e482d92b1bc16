import { Engine } from './engine';
import { GivenReceiver } from './givenOnce';
import type { Answer, Request, StopOrder } from './protocol';
import { Scheduler } from './scheduler';

/** What the page is waiting for most comes first. */
const PRIORITY: Record<Request['kind'], number> = {
  inspect: 0,
  trace: 1,
  preview: 2,
  probe: 2,
  predictions: 2,
  landscape: 3,
  field: 3,
  data: 4,
  analyse: 5,
  series: 5,
  sweep: 6,
  run: 7,
  runSweep: 7,
};

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();
/** Lets the event loop turn once: `setTimeout` would wait at least 4 ms. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });

const scheduler = new Scheduler({ pause, now: () => performance.now(), later: (run, ms) => setTimeout(run, ms) });
const given = new GivenReceiver();
const engine = new Engine((answer: Answer) => self.postMessage(answer));

/** What is no request for an answer: to give up what a lane works on; and, from tests, two about the device. */
type Order = StopOrder | { readonly kind: 'loseContext' } | { readonly kind: 'memory'; readonly port: MessagePort };

self.onmessage = ({ data: request }: MessageEvent<Request | Order>) => {
  if (request.kind === 'stop') {
    scheduler.drop(request.lane);
    return;
  }
  if (request.kind === 'loseContext') {
    engine.loseContext();
    return;
  }
  if (request.kind === 'memory') {
    request.port.postMessage(engine.memory());
    return;
  }
  scheduler.add({
    // What scripts run is all answered; of the screen's requests only the newest of each kind.
    lane: request.kind === 'run' || request.kind === 'runSweep' ? `run ${request.id}` : request.kind,
    priority: PRIORITY[request.kind],
    // Runs by the thousand take what the picture leaves over.
    patient: PRIORITY[request.kind] >= PRIORITY.sweep,
    steps: engine.answer(given.receive(request)),
    failed: (error) =>
      self.postMessage({
        id: request.id,
        kind: 'failed',
        message: error instanceof Error ? error.message : String(error),
      } satisfies Answer),
  });
};
