import type { Call, Reply } from './protocol';

/** One a contestant, so that none pays for another's garbage, nor gains from what another compiled. */
const workers = new Map<string, Worker>();
const waiting = new Map<number, (reply: Reply) => void>();
let lastId = 0;

function workerOf(name: string): Worker {
  const found = workers.get(name);
  if (found) return found;
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data: reply }: MessageEvent<Reply>) => {
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  };
  workers.set(name, worker);
  return worker;
}

window.bench = {
  run: (contest, contestant) =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, (reply) => ('failed' in reply ? reject(new Error(reply.failed)) : resolve(reply)));
      workerOf(`${contest}/${contestant}`).postMessage({ id, contest, contestant } satisfies Call);
    }),
};
