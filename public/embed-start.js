// @ts-check
/*
 * The first script of embed.html: loads the page's script, which `data-page` names, when the embed is first in sight, so that
 * a page with twenty of them loads those that are looked at.
 */
const { documentElement } = document;
// An empty page has no height, and what has none may count as out of sight wherever it stands.
documentElement.style.minBlockSize = '100vh';
const observer = new IntersectionObserver((entries) => {
  if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
  observer.disconnect();
  documentElement.style.removeProperty('min-block-size');
  void import(document.querySelector('script[data-page]')?.getAttribute('data-page') ?? '');
});
observer.observe(documentElement);

export {};
