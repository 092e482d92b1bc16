import { use, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Box } from '../geometry/clip';
import { nearestIterate, type Iterate } from '../geometry/nearest';
import type { ScreenPath } from '../geometry/path';
import type { RunStyle } from '../types';
import { arrowKeys } from './arrowKeys';
import { boxStyle } from './boxStyle';
import { asSentence } from './describe';
import { PlotDescription } from './plotDescription';
import { ReadValue } from './ReadValue';

/** What is said of one entry of a line, and where in the plot it stands; `point` is null where it cannot be seen. */
export interface NearestReading {
  readonly style: RunStyle;
  readonly lines: readonly (readonly [string, string])[];
  readonly note?: string | undefined;
  readonly point: { readonly x: number; readonly y: number } | null;
}

export interface NearestInputProps {
  /** What a screen reader says of the keys. */
  readonly label: string;
  readonly box: Box;
  /** The lines in pixels; `run` of an entry is the index of its line. */
  readonly paths: readonly ScreenPath[];
  /** Entries of each line. */
  readonly counts: readonly number[];
  readonly unit: number;
  /** Null where there is no such entry. */
  readonly readingOf: (entry: Iterate) => NearestReading | null;
}

/** An input area with its readout: of the entry nearest to the pointer; arrow keys move along a line and between lines. */
export function NearestInput({ label, box, paths, counts, unit, readingOf }: NearestInputProps) {
  const description = use(PlotDescription);
  const [read, setRead] = useState<Iterate | null>(null);
  // What the pointer reads is not said: it would be said at every move.
  const [isSaid, setSaid] = useState(false);
  const reading = read && readingOf(read);

  const onPointerMove = (event: PointerEvent) => {
    const corner = event.currentTarget.getBoundingClientRect();
    const pointer = { x: event.clientX - corner.left + box.left, y: event.clientY - corner.top + box.top };
    setSaid(false);
    setRead(nearestIterate(paths, pointer, 40 * unit, box, -1));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrowKeys[event.key];
    setSaid(true);
    if (arrow) setRead(neighbour(counts, read, arrow.x, -arrow.y));
    else if (event.key === 'Escape') setRead(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div
        className="plot-surface"
        style={boxStyle(box)}
        role="application"
        aria-label={label}
        aria-describedby={description}
        tabIndex={0}
        onPointerMove={onPointerMove}
        onPointerDown={onPointerMove}
        onPointerLeave={() => setRead(null)}
        onBlur={() => setRead(null)}
        onKeyDown={onKeyDown}
      />
      {reading?.point && (
        <ReadValue
          point={reading.point}
          box={box}
          style={reading.style}
          lines={reading.lines}
          note={reading.note}
          unit={unit}
        />
      )}
      <p className="plot-spoken" aria-live="polite">
        {reading && isSaid && asSentence(reading.style.label, reading.lines)}
      </p>
    </>
  );
}

/** The entry next to the current one, `along` entries and `lines` lines further; the first entry where there is no current one. */
function neighbour(counts: readonly number[], read: Iterate | null, along: number, lines: number): Iterate | null {
  if (!read) return counts.length > 0 ? { run: 0, step: 0 } : null;
  const run = Math.max(0, Math.min(read.run + lines, counts.length - 1));
  const last = (counts[run] ?? 0) - 1;
  return { run, step: Math.max(0, Math.min(read.step + along, last)) };
}
