/** How loud, as a share of the loudest; and how long it takes to begin and to end, in seconds, without a click. */
const VOLUME = 0.15;
const FADE = 0.03;

/**
 * Plays a tone whose pitch glides along a list.
 * @param pitches in hertz @param seconds from the first to the last
 * @param onEnd called once, when it has ended or was stopped
 * @returns stops it
 */
export function playMelody(pitches: Float32Array, seconds: number, onEnd: () => void): () => void {
  const context = new AudioContext();
  const tone = new OscillatorNode(context, { type: 'triangle' });
  const volume = new GainNode(context, { gain: 0 });
  tone.connect(volume).connect(context.destination);
  const begin = context.currentTime + FADE;
  // A glide has two ends.
  tone.frequency.setValueCurveAtTime(pitches.length > 1 ? pitches : [...pitches, ...pitches], begin, seconds);
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(VOLUME, begin + FADE);
  volume.gain.setValueAtTime(VOLUME, begin + seconds - FADE);
  volume.gain.linearRampToValueAtTime(0, begin + seconds);
  tone.onended = () => {
    void context.close();
    onEnd();
  };
  tone.start(begin);
  tone.stop(begin + seconds);
  return () => tone.stop();
}
