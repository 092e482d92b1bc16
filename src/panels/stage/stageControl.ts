import { BATCH_SIZE, fullBatch, type StageControl } from '../../experiment';
import type { Run } from '../../experiment/core/types';
import { setBatch, setHyper } from '../../workbench/edits/edits';
import { currentExperiment } from '../../workbench/stores/experimentStore';
import { setScreen } from '../../workbench/stores/screenStore';

/** The value of a control of a stage; NaN where there is no such run. */
export const stageValueOf = (run: Run | undefined, name: string): number =>
  Number(name === BATCH_SIZE ? run?.batch?.size : run?.hyper[name]);

/** Moves a control, and shows the whole path that comes of it. */
export function moveStageControl({ run, name }: StageControl, value: number, settled: boolean): void {
  const batch = currentExperiment().runs[run]?.batch ?? fullBatch;
  if (name === BATCH_SIZE) setBatch(run, { ...batch, size: value }, settled);
  else setHyper(run, name, value, settled);
  setScreen({ playing: false, step: null });
}
