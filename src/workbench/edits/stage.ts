import { currentAddress } from '../address/currentAddress';
import { rememberOpeningSeen } from '../stores/openingSeen';
import { setScreen } from '../stores/screenStore';

/** Shows everything. The experiment stays as it is, and the browser's Back returns to the stage. */
export function openWorkbench(): void {
  rememberOpeningSeen();
  history.replaceState(null, '', currentAddress());
  setScreen({ stage: null, step: null, playing: false, speed: 1 });
  history.pushState(null, '', currentAddress());
}
