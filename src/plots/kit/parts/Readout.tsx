import type { RunStyle } from '../types';
import { MarkerIcon } from './MarkerIcon';
import { Note, type NoteProps } from './Note';

export interface ReadoutProps extends Omit<NoteProps, 'head' | 'foot'> {
  readonly style: RunStyle;
  readonly note?: string | undefined;
}

/** The exact numbers of an iterate of a run. Screen readers get the same text as the value of the focused slider. */
export function Readout({ style, note, ...place }: ReadoutProps) {
  const run = (
    <div className="plot-readout-run">
      <MarkerIcon style={style} />
      <span>{style.label}</span>
    </div>
  );
  return <Note {...place} head={run} foot={note} />;
}
