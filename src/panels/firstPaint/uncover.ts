import { firstPictureDrawn, waitForCurve } from '../../workbench/firstPicture';

/** The first paint would hide what is said of something that went wrong, so it is taken away after this time, in milliseconds. */
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
