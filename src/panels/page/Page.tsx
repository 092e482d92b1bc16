import { useEffect } from 'react';
import { PartBoundary } from '../../late/PartBoundary';
import { FailedDialog, FailedSilently } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import { markReadyForFirstPicture, useFirstPictureShown } from '../../workbench/firstPicture';
import { screenStore, setScreen, useScreen } from '../../workbench/stores/screenStore';
import { usePreference } from '../../workbench/stores/preferences';
import '../styles/text.css';
import '../styles/buttons.css';
import '../styles/textInput.css';
import '../styles/check.css';
import '../styles/settings.css';
import '../styles/numbers.css';
import '../styles/widths.css';
import '../styles/direction.css';
import '../styles/forcedColours.css';
import { InLanguage } from '../shared/InLanguage';
import { DocumentTitle } from './DocumentTitle';
import { Workbench } from './Workbench';

const Tips = lazyWith(() => import('../controls/Tips'), undefined, FailedSilently);
const ShortcutsDialog = lazyWith(() => import('./ShortcutsDialog'), undefined, FailedDialog);
const StageScreen = lazyWith(() => import('../stage/StageScreen'));
const PresentScreen = lazyWith(() => import('../present/PresentScreen'));

/** Loads ahead what the page begins with. */
export const loadFirstScreen = (): Promise<void> =>
  screenStore.getState().stage === null ? Promise.resolve() : StageScreen.load();

const hideShortcuts = (): void => setScreen({ showsShortcuts: false });

/** The page in the reader's language: the workbench, or a stage, which an audience sees in large type. */
export function Page() {
  const language = usePreference((state) => state.language);
  const messages = usePreference((state) => state.messages);
  const stage = useScreen((state) => state.stage);
  const presenting = useScreen((state) => state.presenting);
  const showsShortcuts = useScreen((state) => state.showsShortcuts);
  const isPictureShown = useFirstPictureShown();
  useEffect(() => markReadyForFirstPicture('page'), []);
  return (
    <InLanguage language={language} messages={messages}>
      <PartBoundary>
        {stage === null ? <Workbench /> : presenting ? <PresentScreen stage={stage} /> : <StageScreen stage={stage} />}
      </PartBoundary>
      <DocumentTitle />
      {showsShortcuts && <ShortcutsDialog onClose={hideShortcuts} />}
      {isPictureShown && <Tips />}
    </InLanguage>
  );
}
