import { markerOutline } from '../paint/marker';
import type { RunStyle } from '../types';
import './markerIcon.css';

/** A run's marker in its colour, as large as the text beside it. */
export function MarkerIcon({ style }: { readonly style: RunStyle }) {
  return (
    <svg className="plot-icon" viewBox="-8 -8 16 16" aria-hidden="true">
      <path
        d={markerOutline(style.marker, 6)}
        fill={style.marker === 'ring' ? 'none' : style.colour}
        stroke={style.colour}
        strokeWidth={style.marker === 'ring' ? 3 : 0}
      />
    </svg>
  );
}
