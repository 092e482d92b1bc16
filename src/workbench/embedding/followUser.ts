import { toJson } from '../../experiment';
import { oncePerFrame } from '../requests/frame';
import { currentStep } from '../playback/transport';
import { currentExperiment, experimentStore } from '../stores/experimentStore';
import { screenStore, type ScreenState } from '../stores/screenStore';
import { PROTOCOL, type EmbedEvent } from './protocol';
import { isQuiet } from './quietly';

/** Says what the user does at the embed. A control that is dragged is told once a frame. */
export function followUser(send: (event: EmbedEvent) => void): void {
  const sendExperiment = oncePerFrame(() =>
    send({ overshoot: PROTOCOL, event: 'experiment', experiment: { ...toJson(currentExperiment()) } }),
  );
  experimentStore.subscribe(({ experiment }, { experiment: before }) => {
    // Nothing else can be moved on a stage; other changes, such as a view that was found, are the page's own.
    if (!isQuiet() && (experiment.runs !== before.runs || experiment.start !== before.start)) sendExperiment();
  });
  screenStore.subscribe((now, before) => {
    if (isQuiet()) return;
    if (now.playing !== before.playing) send({ overshoot: PROTOCOL, event: playingEvent(now, before) });
    else if (!now.playing && now.step !== before.step)
      send({ overshoot: PROTOCOL, event: 'step', step: currentStep() });
  });
}

/** At the end the playback stops after the last step has been shown; a control that is moved while it plays stops it earlier. */
function playingEvent(now: ScreenState, before: ScreenState): 'play' | 'pause' | 'end' {
  if (now.playing) return 'play';
  return before.step === null && now.step === null ? 'end' : 'pause';
}
