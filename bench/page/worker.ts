import { growthContests } from './growth';
import { kernelContest } from './kernel';
import { limitContest } from './limit';
import { networkContest, networkFirstContest } from './network';
import { onlineContest } from './online';
import { oneRunContest } from './oneRun';
import { openEngine, type BenchEngine } from './engine';
import { ownRuleContest } from './ownRule';
import type { Call, Reply } from './protocol';
import { regressionContest } from './regression';
import { sweepContest } from './sweep';
import { sweepKernelContest } from './sweepKernel';

/** Does its work once, from settings to numbers outside the GPU. */
export type Contestant = () => ArrayLike<number>;
export type Contest = Readonly<Record<string, Contestant>>;

const contests: Readonly<Record<string, (engine: BenchEngine) => Contest>> = {
  oneRun: oneRunContest,
  ownRule: ownRuleContest,
  regression: regressionContest,
  online: onlineContest,
  network: networkContest,
  networkFirst: networkFirstContest,
  sweep: sweepContest,
  kernel: kernelContest,
  sweepKernel: sweepKernelContest,
  limit: limitContest,
  ...growthContests,
};

const engine = openEngine();
const prepared = new Map<string, Contestant>();

/** Everything before the clock starts: data on the GPU, for instance. Throws where there is no such contestant. */
function prepare(contest: string, contestant: string): Contestant {
  const name = `${contest}/${contestant}`;
  const run = prepared.get(name) ?? contests[contest]?.(engine)[contestant];
  if (!run) throw new RangeError(`no contestant ${name}`);
  prepared.set(name, run);
  return run;
}

function answer({ id, contest, contestant }: Call): Reply {
  try {
    const run = prepare(contest, contestant);
    const start = performance.now();
    const numbers = run();
    const ms = performance.now() - start;
    return { id, ms, answer: Array.from(numbers) };
  } catch (error) {
    return { id, failed: String(error) };
  }
}

self.onmessage = ({ data: call }: MessageEvent<Call>) => self.postMessage(answer(call));
