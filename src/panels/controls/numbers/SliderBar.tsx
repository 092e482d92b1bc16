import { lazy, Suspense } from 'react';
import type { SliderBarProps } from './SliderThumb';
import './sliderBar.css';

const SliderThumb = lazy(() => import('./SliderThumb'));

/** A track with a thumb. Its code loads after the first picture; until then the thumb stands where it will be grasped. */
export function SliderBar(props: SliderBarProps) {
  return (
    <Suspense fallback={<WaitingBar {...props} />}>
      <SliderThumb {...props} />
    </Suspense>
  );
}

function WaitingBar({ className = '', value, max }: SliderBarProps) {
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
