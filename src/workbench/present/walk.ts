import { lastStep } from '../../experiment';
import { openState } from '../address/address';
import { isUnplayed, lessonStore, stepNow, type LessonProgress } from '../lessons/lessonStore';
import { enterStep, playStep } from '../lessons/steps';
import { scrubTo, togglePlaying } from '../playback/transport';
import { screenStore, setScreen } from '../stores/screenStore';
import { stateOnUserData } from './entryData';
import { linkOfEntry } from '../arrivals/entryState';
import { playsAtOnce } from './presentPreferences';
import { presentStore } from './presentStore';

/** How a presenter moves through a playlist and through one picture. */

/** Shows an entry of the playlist, at the step that it names. One that plays as soon as it comes plays from its start if it stands at its end. */
export async function showEntry(index: number): Promise<void> {
  const { playlist } = presentStore.getState();
  const entry = playlist.entries[index];
  if (!entry) return;
  presentStore.setState({ index, isBlack: false, isNextReady: false });
  const state = await stateOnUserData(entry);
  // Without a state, the lesson's name is all that can be shown. While data were read, a key may have gone on.
  if (!state || presentStore.getState().index !== index) return;
  const isLesson = state.lesson !== undefined;
  // A lesson plays by itself where it has nothing to ask.
  const plays = !isLesson && playsAtOnce();
  const isAtEnd = !isLesson && (state.step ?? 0) >= lastStep(state.experiment);
  const step = isAtEnd ? { step: plays ? 0 : null } : {};
  await openState(state, linkOfEntry(entry), { hidesFuture: !isLesson && (plays || !isAtEnd), ...step });
  if (plays) setScreen({ playing: true });
}

/** The lesson on the screen, if it is that of the entry. */
function lessonHere(): LessonProgress | null {
  const state = lessonStore.getState();
  return state.lesson && state.lesson.id === screenStore.getState().lesson ? state : null;
}

/** The next picture: within a lesson the next step, and before that the answer to a question that has been asked. */
export function next(): void {
  const state = lessonHere();
  if (state && isAsking(state)) return playStep();
  if (state?.lesson?.steps[state.index + 1]) return enterStep(state.index + 1);
  void showEntry(presentStore.getState().index + 1);
}

export function previous(): void {
  const state = lessonHere();
  if (state && state.index > 0) return enterStep(state.index - 1);
  void showEntry(presentStore.getState().index - 1);
}

/** Whether a lesson has asked a question, and what answers it has not been played. */
const isAsking = (state: LessonProgress): boolean =>
  stepNow(state)?.kind === 'predict' && isUnplayed(state) && !isUnderWay();

const isUnderWay = (): boolean => screenStore.getState().playing || lessonStore.getState().isWaiting;

/** Plays or pauses; of a lesson that asks for a prediction, what answers it. */
export function play(): void {
  const state = lessonHere();
  if (state && isAsking(state)) playStep();
  else togglePlaying();
}

/** Back to the first step of the picture, with what comes next hidden again. */
export function rewind(): void {
  scrubTo(0);
  if (!lessonHere()) setScreen({ hidesFuture: true });
}

export const toggleBlack = (): void => presentStore.setState(({ isBlack }) => ({ isBlack: !isBlack }));
export const toggleSpot = (): void => presentStore.setState(({ hasSpot }) => ({ hasSpot: !hasSpot }));
export const showSetUp = (showsSetUp: boolean): void => presentStore.setState({ showsSetUp });
