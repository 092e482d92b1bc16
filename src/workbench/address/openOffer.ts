import { loadForAction } from '../../late/loadOnce';
import { currentExperiment, edit } from '../stores/experimentStore';
import { screenStore, setScreen, type ScreenState } from '../stores/screenStore';
import { setArrival, type Offer } from '../arrivals/arrivalStore';

const loadAddress = loadForAction(() => import('./address'));

/** Opens what was offered in place of what is on the screen, and offers to take that back. */
export async function openOffer(offer: Offer): Promise<void> {
  const before: ScreenState = screenStore.getState();
  const experiment = currentExperiment();
  const { openExperiment, openFragment } = await loadAddress();
  if (offer.kind === 'link') await openFragment(offer.fragment);
  else openExperiment(offer.experiment, offer.complaints);
  if (screenStore.getState().nothingValid) return setArrival(null);
  setArrival({
    kind: 'opened',
    takeBack: () => {
      // Not undo: the user may have edited what was opened.
      edit(experiment);
      setScreen({ ...before, opened: screenStore.getState().opened + 1 });
      setArrival(null);
    },
  });
}
