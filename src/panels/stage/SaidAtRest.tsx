import { useEffect, useRef, useState } from 'react';
import { SETTLE_MS } from '../shared/useSettled';

/**
 * Tells screen readers what the element before it says, once that has rested: some of them would speak every change of a live
 * region, also while it is marked as busy.
 */
export default function SaidAtRest() {
  const ref = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const shown = ref.current?.previousElementSibling;
    if (!shown) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => setSaid(shown.textContent), SETTLE_MS);
    });
    observer.observe(shown, { subtree: true, childList: true, characterData: true });
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, []);
  return (
    <p className="visually-hidden" role="status" ref={ref}>
      {said}
    </p>
  );
}
