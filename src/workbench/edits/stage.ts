import { currentAddress } from '../address/currentAddress';
import { rememberOpeningSeen } from '../stores/openingSeen';
import { setScreen } from '../stores/screenStore';

/**
 * Shows everything. The experiment stays as it is. The browser's Back returns to the stage, once the page writes addresses, which it
 * does from its first picture on.
 */
export function openWorkbench(): void {
  rememberOpeningSeen();
  const stage = currentAddress();
  history.replaceState(null, '', stage);
  setScreen({ stage: null, step: null, playing: false, speed: 1 });
  if (currentAddress() !== stage) history.pushState(null, '', currentAddress());
  // On a phone the stage may have been scrolled to its question. A stage scrolls smoothly, and would be gone by then.
  scrollTo({ top: 0, behavior: 'instant' });
}
