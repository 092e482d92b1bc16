import fc from 'fast-check';
import * as catalogue from '../../catalogue';
import { changed } from '../../formula/testing/changed';
import { encodeLink } from '../link/link';
import { anyState } from './arbitraryStates';

/* Random fragments of addresses: links that were changed, and what only looks like a link. */

/** Pieces that links are made of, and some that they are not. */
const pieces = fc.oneof(
  fc.constantFrom(
    'v=1',
    'v=0',
    '&',
    ';',
    '=',
    ',',
    '%',
    '%5E',
    '#',
    '&amp;',
    '__proto__',
    'constructor',
    '-',
    'e',
    '1e999',
    'NaN',
    '\ud800',
    '0.1',
    '99999',
    'true',
  ),
  fc
    .constantFrom(
      'p=',
      'f=',
      'vars=',
      's=',
      'n=',
      'e=',
      'seed=',
      'r=',
      'at=',
      'scale=',
      'axis=',
      'validation=',
      'frame=',
      'units=',
      'curvature=',
      'field=',
      'view=',
      'run=',
      'tab=',
      'sweep=',
      'probe=',
      'angle=',
      'lesson=',
      'stage=',
      'question=',
      'title=',
      'note=',
      'play=',
      'lang=',
    )
    .map((key) => `&${key}`),
  fc.constantFrom(...catalogue.problems, ...catalogue.optimizers).map(({ id }) => id),
  fc.constantFrom(
    ';lr=',
    ';beta1=',
    ';momentum=',
    ';nesterov',
    ';batch=',
    ';accumulate=',
    ';warmup=',
    ';schedule=cosine',
    ';schedule=multiStep',
    ';milestones=',
    ';tMax=',
    ';samples=',
    ';weights=',
    ';b=',
    ';x=lr',
    ';y=start.0',
    ';side=128',
    ';measure=steps',
    ';y=beta1,0,0.9,oneMinus',
  ),
  fc.double().map(String),
  fc.string({ unit: 'binary', maxLength: 5 }),
);

const soup = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

export const anyFragment: fc.Arbitrary<string> = fc.oneof(soup, changed(anyState.map(encodeLink), pieces));
