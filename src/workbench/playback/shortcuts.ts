import { redo, undo } from '../stores/experimentStore';
import { setScreen } from '../stores/screenStore';
import { scrubTo, stepBy, togglePlaying } from './transport';

/** Elements that use the transport's keys themselves: while one of them has the focus, the keys are its own. */
const elementsWithOwnKeys =
  'input, textarea, select, [role="slider"], [role="combobox"], [role="listbox"], [role="tab"], [role="radio"], [role="application"], [data-own-keys]';
/** A slider moves by arrows, Home, End, PageUp and PageDown. It has no use for letters, digits, Space, `.` and `?`. */
const sliders = 'input[type="range"], [role="slider"]';
const unusedBySliders = /^[\p{L}\d.? ]$/u;

/** Whether a key means something to the element that has the focus. */
export function hasOwnUse(element: Element | null, key: string): boolean {
  const owner = element?.closest(elementsWithOwnKeys);
  return !!owner && !(unusedBySliders.test(key) && owner.matches(sliders));
}

/** Text fields have an undo of their own. */
export const textFields = 'input:not([type="range"]), textarea';
export const elementsPressedBySpace = 'button, a[href], summary, [role="switch"]';

const pageKeys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
  ' ': togglePlaying,
  ArrowLeft: (event) => stepBy(event.shiftKey ? -10 : -1),
  ArrowRight: (event) => stepBy(event.shiftKey ? 10 : 1),
  Home: () => scrubTo(0),
  End: () => scrubTo(Number.POSITIVE_INFINITY),
  '?': () => setScreen({ showsShortcuts: true }),
};

function historyKey({ key, shiftKey }: KeyboardEvent): (() => void) | null {
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? redo : undo;
  return letter === 'y' ? redo : null;
}

function actionOf(event: KeyboardEvent, present: () => void): (() => void) | null {
  const target = event.target instanceof Element ? event.target : null;
  const typing = target?.closest(textFields) ?? null;
  if (event.ctrlKey || event.metaKey) return typing ? null : historyKey(event);
  if (event.altKey || hasOwnUse(target, event.key) || target?.closest('[role="dialog"]')) return null;
  if (event.key === ' ' && target?.closest(elementsPressedBySpace)) return null;
  const action = event.key === 'p' ? present : pageKeys[event.key];
  return action ? () => action(event) : null;
}

/**
 * Keys of the whole page: space, arrows, Home and End for the transport; p presents; ctrl or cmd with z, shift+z and y for the
 * history; ? lists them.
 * @param present shows the stage to an audience
 */
export function listenForShortcuts(present: () => void): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const action = event.defaultPrevented ? null : actionOf(event, present);
    if (!action) return;
    event.preventDefault();
    action();
  };
  addEventListener('keydown', onKeyDown);
  return () => removeEventListener('keydown', onKeyDown);
}
