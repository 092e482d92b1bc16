import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { linkDropsUserData } from '../../experiment';
import { currentAddress } from '../../workbench/address/currentAddress';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { useCopy } from '../shared/useCopy';
import './shareButton.css';
import { FailedDialog } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';

const LinkDialog = lazyWith(() => import('./LinkDialog'), undefined, FailedDialog);

/** Copies the link to the current screen; where the browser forbids that, shows the link in a dialog. */
export function ShareButton() {
  const t = useTranslations('header');
  const loses = useExperimentPart(linkDropsUserData);
  const button = useRef<HTMLButtonElement>(null);
  const { state, copy, reset } = useCopy();
  return (
    <span className="share-place">
      <button ref={button} type="button" className="button button-strong share" onClick={() => copy(currentAddress())}>
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
      {state === 'refused' && <LinkDialog onClose={reset} opener={() => button.current} />}
    </span>
  );
}
