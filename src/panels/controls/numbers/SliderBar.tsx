import { FailedControl } from '../../../late/FailedPart';
import { lazyWith } from '../../../late/lazyWith';
import type { SliderBarProps } from './SliderThumb';
import './sliderBar.css';

/** A track with a thumb. */
export const SliderBar = lazyWith<SliderBarProps>(() => import('./SliderThumb'), SliderPlaceholder, FailedControl);

/** The track with the thumb in its final position, shown until the slider has loaded. */
function SliderPlaceholder({ className = '', value, max }: SliderBarProps) {
  const share = `${(100 * value) / max}%`;
  return (
    <span className={`slider ${className}`} aria-hidden="true">
      <span className="slider-track">
        <span className="slider-range" style={{ insetInlineStart: 0, inlineSize: share }} />
      </span>
      <span className="slider-thumb slider-thumb-waiting" style={{ insetInlineStart: share }} />
    </span>
  );
}
