import { openWorkbench } from '../../workbench/edits/stage';

/** Opens the workbench from a button of the stage. */
export function leaveStage(): void {
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
