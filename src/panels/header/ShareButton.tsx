import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { linkDropsUserData } from '../../experiment';
import { currentAddress } from '../../workbench/address/currentAddress';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { CONFIRMED_MS, copyText } from '../shared/copyText';
import './shareButton.css';
import { FailedDialog } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';

const LinkDialog = lazyWith(() => import('./LinkDialog'), undefined, FailedDialog);

/** Copies the link to the current screen; where the browser forbids that, shows the link in a dialog. */
export function ShareButton() {
  const t = useTranslations('header');
  const loses = useExperimentPart(linkDropsUserData);
  const button = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');

  useEffect(() => {
    if (state !== 'copied') return undefined;
    const timer = setTimeout(() => setState('idle'), CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = () => {
    copyText(currentAddress()).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <span className="share-place">
      <button ref={button} type="button" className="button button-strong share" onClick={copy}>
        {/* Both texts are laid out, so that the button keeps the width of the longer one. */}
        <span className="share-text" data-shown={state !== 'copied'} aria-hidden={state === 'copied'}>
          {t('share')}
        </span>
        <span className="share-text" data-shown={state === 'copied'} aria-hidden={state !== 'copied'}>
          {t('copied')}
        </span>
      </button>
      <span className="visually-hidden" role="status">
        {state === 'copied' ? t('copied') : ''}
      </span>
      {loses && state === 'copied' && (
        <span className="share-note" role="status">
          {t('linkLoses')}
        </span>
      )}
      {state === 'refused' && <LinkDialog onClose={() => setState('idle')} opener={() => button.current} />}
    </span>
  );
}
