import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { embedAddress } from './choices';

/** Milliseconds without a change after which the preview follows. */
const QUIET_MS = 400;

/** What the receiver sees of the stage, in a frame; loaded when it is unfolded. */
export function SharePreview({ link }: { readonly link: string }) {
  const t = useTranslations('share');
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="share-details" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('preview')}</summary>
      {isOpen && <PreviewFrame address={embedAddress(link)} />}
    </details>
  );
}

function PreviewFrame({ address }: { readonly address: string }) {
  const t = useTranslations('share');
  const frame = useRef<HTMLIFrameElement>(null);
  const [first] = useState(address);
  const shown = useRef(address);
  // It comes below what was pressed, in a low window out of sight, where it would rest and show nothing.
  useEffect(() => frame.current?.scrollIntoView({ block: 'nearest' }), []);
  useEffect(() => {
    if (shown.current === address) return undefined;
    const timer = setTimeout(() => {
      shown.current = address;
      // A change of `src` would add to the history of the page.
      frame.current?.contentWindow?.location.replace(address);
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [address]);
  return <iframe ref={frame} className="share-preview" src={first} title={t('preview')} />;
}
