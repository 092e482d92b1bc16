import * as Tooltip from '@radix-ui/react-tooltip';
import { useRef, useState, type FocusEvent, type MouseEvent, type ReactElement } from 'react';
import { isTypedIn } from './typedIn';
import './hintBubble.css';

export interface HintProps {
  /** The name of what is explained, if it is not visible elsewhere. */
  readonly title?: string | undefined;
  /** The sentence shown; nothing opens while it is empty. */
  readonly text: string;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  /** One element that takes a ref and pointer events; the hint also opens when focus is inside it, but not in a field to type in. */
  readonly children: ReactElement;
}

export default function HintBubble({ title, text, side = 'bottom', children }: HintProps) {
  const [open, setOpen] = useState(false);
  // While the pointer is down, nothing opens: Radix would open it during a drag, because of the hover before the drag.
  const pressed = useRef(false);
  const press = () => {
    pressed.current = true;
    setOpen(false);
  };
  const release = () => {
    pressed.current = false;
  };
  // Radix opens nothing on a focus that was handled.
  const onFocus = (event: FocusEvent) => {
    if (isTypedIn(event.target)) event.preventDefault();
  };
  // Touch screens have no hover: there a press on the label opens the hint, and Radix closes it on a press elsewhere.
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || !event.target.closest('.setting-label')) return;
    event.preventDefault();
    setOpen(text !== '');
  };
  return (
    <Tooltip.Provider delayDuration={600}>
      <Tooltip.Root open={open} onOpenChange={(wanted) => setOpen(wanted && text !== '' && !pressed.current)}>
        <Tooltip.Trigger
          asChild
          onClick={onClick}
          onFocus={onFocus}
          onInput={() => setOpen(false)}
          onPointerDown={press}
          onPointerUp={release}
          onPointerCancel={release}
        >
          {children}
        </Tooltip.Trigger>
        {open && (
          <Tooltip.Portal>
            <Tooltip.Content className="hint" side={side} sideOffset={6} collisionPadding={8}>
              {title !== undefined && <strong className="hint-title">{title}</strong>}
              {text}
            </Tooltip.Content>
          </Tooltip.Portal>
        )}
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}
