import { adadelta } from './optimizers/adadelta';
import { adagrad } from './optimizers/adagrad';
import { adam } from './optimizers/adam';
import { adamEpsInside } from './optimizers/adam-eps-inside';
import { adamUncorrected } from './optimizers/adam-uncorrected';
import { adamax } from './optimizers/adamax';
import { adamw } from './optimizers/adamw';
import { asgd } from './optimizers/asgd';
import { gd } from './optimizers/gd';
import { lion } from './optimizers/lion';
import { momentumAverage } from './optimizers/momentum-average';
import { momentumKeras } from './optimizers/momentum-keras';
import { momentumSutskever } from './optimizers/momentum-sutskever';
import { nadam } from './optimizers/nadam';
import { nesterov } from './optimizers/nesterov';
import { radam } from './optimizers/radam';
import { rmsprop } from './optimizers/rmsprop';
import { rmspropTf } from './optimizers/rmsprop-tf';
import { rprop } from './optimizers/rprop';
import { sgd } from './optimizers/sgd';
import type { Optimizer } from './types';

/** All optimizers, in the order of the list on the page. */
export const optimizers: readonly Optimizer[] = [
  gd,
  sgd,
  momentumSutskever,
  momentumKeras,
  momentumAverage,
  nesterov,
  adagrad,
  adadelta,
  rmsprop,
  rmspropTf,
  adam,
  adamUncorrected,
  adamEpsInside,
  adamw,
  adamax,
  nadam,
  radam,
  asgd,
  rprop,
  lion,
];
