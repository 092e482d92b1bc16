import { opening, openingIndex } from '../../lessons/opening';
import { openWorkbench } from '../../workbench/edits/stage';
import { finishStep } from '../../workbench/lessons/progress';
import { screenStore } from '../../workbench/stores/screenStore';

/** Opens the workbench from a button of the stage. Who does so at the last stop of the opening has done that. */
export function leaveStage(): void {
  const { stage } = screenStore.getState();
  const last = opening.steps.length - 1;
  if (stage && openingIndex(stage) === last) finishStep(opening, last);
  ignoreSecondClick();
  openWorkbench();
}

/** Of a double click only the first counts: the second would press the workbench's button that has come under the pointer. */
function ignoreSecondClick(): void {
  const ignore = (event: MouseEvent) => {
    if (event.detail < 2) return;
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', ignore, { capture: true, once: true });
}
