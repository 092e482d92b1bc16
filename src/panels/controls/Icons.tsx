import type { ReactNode } from 'react';
import type { Outcome } from '../../engine/trace/types';
import './icons.css';

/** A line drawing on a 16 x 16 grid in the colour of the text around it. Hidden from assistive technology, because its button is labelled. */
export function Icon({ children, filled = false }: { readonly children: ReactNode; readonly filled?: boolean }) {
  return (
    <svg className={filled ? 'icon icon-filled' : 'icon'} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export const PlayIcon = () => (
  <Icon filled>
    <path d="M4 2.5v11l9-5.5z" />
  </Icon>
);
export const PauseIcon = () => (
  <Icon filled>
    <path d="M4 2.5h3v11H4zM9 2.5h3v11H9z" />
  </Icon>
);
export const BackIcon = () => (
  <Icon>
    <path d="M10 3 5 8l5 5" />
  </Icon>
);
export const ForwardIcon = () => (
  <Icon>
    <path d="m6 3 5 5-5 5" />
  </Icon>
);
export const AddIcon = () => (
  <Icon>
    <path d="M8 3v10M3 8h10" />
  </Icon>
);
export const RemoveIcon = () => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
);
export const CodeIcon = () => (
  <Icon>
    <path d="M5 4 1.5 8 5 12M11 4l3.5 4L11 12M9.2 3 6.8 13" />
  </Icon>
);
export const SaveIcon = () => (
  <Icon>
    <path d="M8 2v8M4.5 7 8 10.5 11.5 7M2.5 10.5v3h11v-3" />
  </Icon>
);
export const EditIcon = () => (
  <Icon>
    <path d="M2.5 13.5 3.2 10.3 10.8 2.7 13.3 5.2 5.7 12.8zM9 4.5 11.5 7" />
  </Icon>
);
export const DuplicateIcon = () => (
  <Icon>
    <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />
  </Icon>
);
export const UndoIcon = () => (
  <Icon>
    <path d="M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6" />
  </Icon>
);
export const RedoIcon = () => (
  <Icon>
    <path d="m10 3 3 3-3 3M13 6H6.5a3.5 3.5 0 0 0 0 7H10" />
  </Icon>
);
export const QuestionIcon = () => (
  <Icon>
    <path d="M2 2.5h12v9H8L4.5 14v-2.5H2zM6.3 5.6A1.7 1.7 0 1 1 8 7.3v.6M8 9.5v.01" />
  </Icon>
);

export const PresentIcon = () => (
  <Icon>
    <path d="M1.5 2.5h13v8h-13zM8 10.5V14M5 14h6M6.5 4.8v3.4L9.5 6.5z" />
  </Icon>
);
export const PlaylistIcon = () => (
  <Icon>
    <path d="M2.5 3.5h11M2.5 8h6M2.5 12.5h6M10.5 7.5v5L14 10z" />
  </Icon>
);
const outcomePaths: Readonly<Record<Outcome['kind'], string>> = {
  converged: 'm3 8.5 3.5 3.5L13 4.5',
  descending: 'm3 4 9 8M12 7v5H7',
  rising: 'm3 12 9-8M12 9V4H7',
  wandering: 'M2 8c2-5 4-5 6 0s4 5 6 0',
  cycling: 'M13 8a5 5 0 1 1-1.5-3.5M13 2v3h-3',
  stalled: 'M6 4v8M10 4v8',
  stopped: 'M4.5 4.5h7v7h-7z',
  left: 'M9 3H3v10h6M6.5 8h7M11 5.5 13.5 8 11 10.5',
  diverged: 'm2 13 3-4 2 3 3-7 1 4 3-8',
};

/** An icon for how a run ended, which can be told without its colour. */
export const OutcomeIcon = ({ kind }: { readonly kind: Outcome['kind'] }) => (
  <Icon>
    <path d={outcomePaths[kind]} />
  </Icon>
);
export const SystemThemeIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.5" />
    <path d="M8 2.5v11a5.5 5.5 0 0 0 0-11z" fill="currentColor" />
  </Icon>
);
export const LightThemeIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="2.8" />
    <path d="M8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M3.4 12.6l1-1M11.6 4.4l1-1" />
  </Icon>
);
export const DarkThemeIcon = () => (
  <Icon>
    <path d="M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z" />
  </Icon>
);
