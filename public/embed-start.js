// @ts-check
/*
 * The first script of embed.html: loads the page's script, which `data-page` names, when the embed is first in sight, so that
 * a page with twenty of them loads those that are looked at.
 */
const observer = new IntersectionObserver((entries) => {
  if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
  observer.disconnect();
  void import(document.querySelector('script[data-page]')?.getAttribute('data-page') ?? '');
});
observer.observe(document.documentElement);

export {};
