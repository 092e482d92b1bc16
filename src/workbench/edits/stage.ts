import { rememberOpeningSeen } from '../stores/openingSeen';
import { setScreen } from '../stores/screenStore';

/** Shows everything. The experiment stays as it is. */
export function openWorkbench(): void {
  rememberOpeningSeen();
  setScreen({ stage: null, step: null, playing: false, speed: 1 });
}
