import { memo } from 'react';
import { FailedSilently } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import type { TexProps } from './Typeset';
import './tex.css';

/** Mathematics; as plain text until the typesetter has loaded. Memoised: typesetting is slow. */
export const Tex = memo(
  lazyWith<TexProps>(
    () => import('./Typeset'),
    ({ plain }) => <code className="tex-plain">{plain}</code>,
    FailedSilently,
  ),
);
