import { loadForAction } from '../../late/loadOnce';
import { setScreen } from '../stores/screenStore';

const loadTuning = loadForAction(() => import('./tuning'));

/** Gives each run its best rate, once all rates have been tried, and shows what was found. Opening the tab asks for the rates (`followTuning`). */
export async function tuneRuns(): Promise<void> {
  setScreen({ tab: 'tune' });
  const { tune } = await loadTuning();
  tune();
}
