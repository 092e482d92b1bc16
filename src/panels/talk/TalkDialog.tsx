import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { chooseStage, useStageChoice } from '../../workbench/present/stageChoice';
import { restorePlaylists, usePlaylist } from '../../workbench/present/playlistStore';
import { startPresenting } from '../../workbench/present/startPresenting';
import { useScreen } from '../../workbench/stores/screenStore';
import { DialogShell, type DialogProps } from '../controls/DialogShell';
import { PresentIcon } from '../controls/Icons';
import { withLateMessages } from '../late/LateMessages';
import { StageParts } from '../shared/StageParts';
import { ColourChoice } from './ColourChoice';
import { PlaylistEditor } from './PlaylistEditor';
import './talk.css';

/** What is presented and how: the stage, its colours, and the playlist. */
export default withLateMessages(function TalkDialog(props: DialogProps) {
  const t = useTranslations('present');
  const isPresenting = useScreen((state) => state.presenting);
  const playlist = usePlaylist();
  useEffect(() => void restorePlaylists(), []);
  const start = (index?: number) => {
    props.onClose();
    startPresenting(index === undefined ? undefined : playlist, index);
  };
  return (
    <DialogShell {...props} isColumn className="talk" title={t('title')} about={t('about')}>
      {!isPresenting && (
        <button type="button" className="button button-strong talk-start" onClick={() => start()}>
          <PresentIcon /> {t('presentScreen')}
        </button>
      )}
      <StageParts stage={useStageChoice()} onChange={chooseStage} />
      <ColourChoice />
      <PlaylistEditor onPresent={start} />
    </DialogShell>
  );
});
