import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { wantsLessMotion } from '../../workbench/stores/lessMotion';

/**
 * Brings the card of a lesson in sight when a step of it begins: a narrow page may have been scrolled past it. Tells the page
 * how high the card is, under which the plot stays while a task does.
 * @param step what has another value for every step
 */
export function useCardInSight(step: unknown): RefObject<HTMLElement | null> {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const { top = 0 } = card.current?.getBoundingClientRect() ?? {};
    if (top < 0 || top > innerHeight)
      card.current?.scrollIntoView({ block: 'start', behavior: wantsLessMotion() ? 'instant' : 'smooth' });
  }, [step]);
  useLayoutEffect(() => {
    const element = card.current;
    const page = element?.closest<HTMLElement>('.workbench');
    if (!element || !page) return undefined;
    const observer = new ResizeObserver(() => page.style.setProperty('--task', `${element.offsetHeight}px`));
    observer.observe(element);
    return () => {
      observer.disconnect();
      page.style.removeProperty('--task');
    };
  }, []);
  return card;
}
