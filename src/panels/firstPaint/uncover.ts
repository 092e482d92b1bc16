import { firstPictureDrawn, waitForCurve } from '../../workbench/firstPicture';

/** Something that went wrong is said under the first paint: then it is taken away after so many milliseconds. */
const LONGEST_COVER_MS = 3000;

/**
 * Takes the first paint away once the page has drawn the same itself. It lets every press through to the page under it
 * from the beginning.
 */
export function uncover(): void {
  document.querySelectorAll('.from-file').forEach((words) => words.remove());
  const remove = () => document.querySelectorAll('.first-paint').forEach((cover) => cover.remove());
  if (document.documentElement.dataset['first'] === undefined) {
    remove();
    return;
  }
  waitForCurve();
  setTimeout(remove, LONGEST_COVER_MS);
  void firstPictureDrawn.then(remove);
}
