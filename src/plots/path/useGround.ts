import { useEffect, useEffectEvent, useState } from 'react';
import { pointOnPlane } from '../../engine/view/projection';
import type { Landscape, View } from '../../engine/view/types';

/** A place of the plot, in coordinates along its axes; on a curve `y` is null. */
export interface Place {
  readonly x: number;
  readonly y: number | null;
}

export interface GroundReading {
  readonly place: Place;
  readonly loss: number;
}

/** Computes the loss at a point of parameter space and hands it to `show`, unless a newer point has been asked for. */
export type ReadLoss = (point: readonly number[], show: (loss: number) => void) => void;

/** The loss at a place of the plot. The last one stays until that of the new place has been computed; null without a place. */
export function useGround(
  place: Place | null,
  view: View,
  landscape: Landscape | null,
  readLoss: ReadLoss | undefined,
): GroundReading | null {
  const [reading, setReading] = useState<GroundReading | null>(null);
  const read = useEffectEvent((at: Place, show: (loss: number) => void) =>
    readLoss?.(pointOnPlane(view, at.x, at.y ?? 0), show),
  );
  useEffect(() => {
    if (!place) return;
    let isCurrent = true;
    read(place, (loss) => {
      if (isCurrent) setReading({ place, loss });
    });
    return () => {
      isCurrent = false;
    };
    // The landscape stands for the problem: where it changes, so may the loss.
  }, [place, view, landscape]);
  return place && reading;
}
