/** Scrolls the list of runs to the card of the selected one. Where the whole page scrolls, as on a phone, nothing moves. */
export function bringSelectedRunInSight(): void {
  const card = document.querySelector('.run[data-selected=true]');
  const list = card?.closest('.runs');
  if (!card || !list) return;
  const [shown, whole] = [list.getBoundingClientRect(), card.getBoundingClientRect()];
  // Its top stays in sight where the card is higher than the list.
  if (whole.top < shown.top) list.scrollTop -= shown.top - whole.top;
  else if (whole.bottom > shown.bottom) list.scrollTop += Math.min(whole.bottom - shown.bottom, whole.top - shown.top);
}
