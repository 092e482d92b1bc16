import { adadelta } from './optimizers/adadelta';
import { adagrad } from './optimizers/adagrad';
import { adam } from './optimizers/adam';
import { adamax } from './optimizers/adamax';
import { adamw } from './optimizers/adamw';
import { asgd } from './optimizers/asgd';
import { gd } from './optimizers/gd';
import { lion } from './optimizers/lion';
import { momentumSutskever } from './optimizers/momentum-sutskever';
import { nadam } from './optimizers/nadam';
import { radam } from './optimizers/radam';
import { rmsprop } from './optimizers/rmsprop';
import { rprop } from './optimizers/rprop';
import { sgd } from './optimizers/sgd';
import type { Optimizer } from './types';

/** What there is to descend it with, in the order in which it is offered. */
export const optimizers: readonly Optimizer[] = [
  gd,
  sgd,
  momentumSutskever,
  adagrad,
  adadelta,
  rmsprop,
  adam,
  adamw,
  adamax,
  nadam,
  radam,
  asgd,
  rprop,
  lion,
];
