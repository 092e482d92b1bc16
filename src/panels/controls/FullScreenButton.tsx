import { useSyncExternalStore, type RefObject } from 'react';
import { useTranslations } from 'use-intl';

const follow = (changed: () => void): (() => void) => {
  document.addEventListener('fullscreenchange', changed);
  return () => document.removeEventListener('fullscreenchange', changed);
};

/** Shows one part of the page on the whole screen, for a projector. Renders nothing if the browser does not allow that. */
export function FullScreenButton({ of }: { readonly of: RefObject<HTMLElement | null> }) {
  const t = useTranslations('fullScreen');
  const isFull = useSyncExternalStore(follow, () => document.fullscreenElement !== null);
  if (!document.fullscreenEnabled) return null;
  // If the browser refuses, the page stays as it is.
  const ignore = (): void => undefined;
  const toggle = () => (isFull ? document.exitFullscreen() : of.current?.requestFullscreen())?.catch(ignore);
  return (
    <button type="button" className="button" onClick={() => void toggle()}>
      {t(isFull ? 'leave' : 'enter')}
    </button>
  );
}
