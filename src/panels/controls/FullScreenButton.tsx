import { useSyncExternalStore, type RefObject } from 'react';
import { useTranslations } from 'use-intl';

const follow = (changed: () => void): (() => void) => {
  document.addEventListener('fullscreenchange', changed);
  return () => document.removeEventListener('fullscreenchange', changed);
};

/** Lets one part of the page have the whole screen, for a hall; nothing where the browser does not allow it. */
export function FullScreenButton({ of }: { readonly of: RefObject<HTMLElement | null> }) {
  const t = useTranslations('fullScreen');
  const isFull = useSyncExternalStore(follow, () => document.fullscreenElement !== null);
  if (!document.fullscreenEnabled) return null;
  // A browser that refuses leaves the page as it was.
  const ignore = (): void => undefined;
  const toggle = () => (isFull ? document.exitFullscreen() : of.current?.requestFullscreen())?.catch(ignore);
  return (
    <button type="button" className="button" onClick={() => void toggle()}>
      {t(isFull ? 'leave' : 'enter')}
    </button>
  );
}
