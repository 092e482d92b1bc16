import { lessonStore, stepNow } from '../lessons/lessonStore';
import { giveAnswer } from '../lessons/steps';
import { elementsPressedBySpace, hasOwnUse, textFields } from '../playback/shortcuts';
import { scrubTo, stepBy } from '../playback/transport';
import { presentStore } from './presentStore';
import { next, play, previous, rewind, showSetUp, toggleBlack, toggleSpot } from './walk';

/** What the keys do while presenting. A presenter's remote sends PageDown and PageUp or arrows, and `b` or `.` for black. */
const keys: Readonly<Record<string, () => void>> = {
  PageDown: next,
  PageUp: previous,
  ArrowRight: next,
  ArrowDown: next,
  ArrowLeft: previous,
  ArrowUp: previous,
  'Shift+ArrowRight': () => stepBy(1),
  'Shift+ArrowLeft': () => stepBy(-1),
  ' ': play,
  Enter: play,
  Home: rewind,
  End: () => scrubTo(Number.POSITIVE_INFINITY),
  b: toggleBlack,
  B: toggleBlack,
  '.': toggleBlack,
  l: toggleSpot,
  L: toggleSpot,
  s: () => showSetUp(true),
  S: () => showSetUp(true),
};

/** The keys of a remote work wherever the focus is. */
const ofARemote: readonly string[] = ['PageDown', 'PageUp'];

/** These end it. */
const leaving: readonly string[] = ['p', 'P'];

function actionOf(event: KeyboardEvent, { leave, goBack }: WaysOut): (() => void) | null {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const element = target instanceof Element ? target : null;
  // What nobody sees does not change: any of these keys first brings the picture back.
  if (presentStore.getState().isBlack && !leaving.includes(key) && isPresenters(key)) return toggleBlack;
  // A dialog has its own keys, and Escape closes it.
  if (element?.closest('[role="dialog"], [role="listbox"]')) return null;
  if (!ofARemote.includes(key)) {
    if (key === 'Escape' ? element?.closest(textFields) : hasOwnUse(element, key)) return null;
    if ((key === ' ' || key === 'Enter') && element?.closest(elementsPressedBySpace)) return null;
  }
  if (key === 'Escape') return goBack;
  if (leaving.includes(key)) return leave;
  return keys[event.shiftKey && key.startsWith('Arrow') ? `Shift+${key}` : key] ?? answerOf(key);
}

const isPresenters = (key: string): boolean => key === 'Escape' || key in keys || /^\d$/.test(key);

/** A digit gives the answer of that number to a lesson's question. */
function answerOf(key: string): (() => void) | null {
  const step = stepNow(lessonStore.getState());
  const answer = Number(key) - 1;
  return step?.kind === 'predict' && step.answers[answer] ? () => giveAnswer(answer) : null;
}

interface WaysOut {
  /** Ends the presentation. */
  readonly leave: () => void;
  /** Brings a black picture back; otherwise ends the presentation. */
  readonly goBack: () => void;
}

/** Before all other keys of the page, which mean something else there. */
export function listenForPresenterKeys(ways: WaysOut): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const action = actionOf(event, ways);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
  addEventListener('keydown', onKeyDown, { capture: true });
  return () => removeEventListener('keydown', onKeyDown, { capture: true });
}
