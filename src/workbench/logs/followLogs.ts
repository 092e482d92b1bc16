import { isComplete } from '../../engine/trace/rows';
import type { RunTrace, Trace } from '../../engine/trace/types';
import type { Experiment } from '../../experiment/core/types';
import { workerClient } from '../requests/pageWorkerClient';
import { follow } from '../requests/follow';
import { currentExperiment, experimentStore } from '../stores/experimentStore';
import { resultStore } from '../stores/resultStore';
import { shownLogsStore, type KeptLog, type ShownLog } from '../stores/shownLogs';
import { agreementWith, comparedLog, shownLog } from './align';
import { changeLog, loadLogs, logStore, problemKey } from './keptLogs';

/** Milliseconds without another trace before our runs are computed in float64 for a comparison: a slider makes many traces. */
const SETTLE_MS = 300;

/** Our runs in float64, and the experiment that they are of. */
interface Exact {
  readonly experiment: Experiment;
  readonly runs: readonly RunTrace[];
}

/** Keeps the logs of the problem on the screen aligned with its runs, as long as it is not stopped. */
export function followLogs(): () => void {
  let exact: Exact | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  const update = () => {
    const { trace, traced } = resultStore.getState();
    const logs = logsOf(currentExperiment());
    if (isStopped || !trace || logs.length === 0) return showNone();
    const runs = exact !== null && exact.experiment === traced && isComplete(trace) ? exact.runs : null;
    shownLogsStore.setState({ shown: logs.map((log) => alignedLog(log, trace, runs)) });
    if (runs === null && traced && isComplete(trace)) computeSoon(traced);
  };
  const computeSoon = (experiment: Experiment) => {
    clearTimeout(timer);
    timer = setTimeout(() => void compute(experiment), SETTLE_MS);
  };
  const compute = async (experiment: Experiment) => {
    // The worker has failed: the page says so, and there is nothing to compare with.
    const answer = await workerClient()
      .askForScript('scriptRun', { experiment, engine: 'float64' })
      .catch(() => null);
    if (!answer || isStopped || resultStore.getState().traced !== experiment) return;
    exact = { experiment, runs: answer.runs };
    update();
  };

  void loadLogs();
  const stop = follow(
    [experimentStore, resultStore, logStore],
    () => [currentExperiment().problem, resultStore.getState().trace, logStore.getState().logs],
    update,
  );
  return () => {
    isStopped = true;
    clearTimeout(timer);
    stop();
    update();
  };
}

/** Sets nothing where none are shown: the plots would be drawn once more for every trace. */
function showNone(): void {
  if (shownLogsStore.getState().shown.length > 0) shownLogsStore.setState({ shown: [] });
}

/** The logs that are shown beside the runs of an experiment. */
const logsOf = ({ problem }: Experiment): readonly KeptLog[] => {
  const key = problemKey(problem);
  return logStore.getState().logs.filter((log) => log.problem === key);
};

function alignedLog(log: KeptLog, trace: Trace, exact: readonly RunTrace[] | null): ShownLog {
  const compared = comparedLog(log, trace);
  if (!exact) return shownLog(log, compared, 'waiting');
  const agreement = agreementWith(compared, exact, trace.runs);
  // Once a log has agreed with a run, it is known how it counts, also while a slider makes the runs others.
  const hasAgreed = agreement !== null && agreement.equal > 1;
  const counted = hasAgreed ? { offset: agreement.offset, pathOffset: agreement.pathOffset } : log.counted;
  if (counted && (counted.offset !== log.counted?.offset || counted.pathOffset !== log.counted.pathOffset))
    queueMicrotask(() => changeLog(log.id, { counted }));
  return shownLog({ ...log, counted }, compared, agreement);
}
