import { ackley } from './problems/ackley';
import { associativeMemory } from './problems/associative-memory';
import { beale } from './problems/beale';
import { booth } from './problems/booth';
import { easom } from './problems/easom';
import { goldsteinPrice } from './problems/goldstein-price';
import { himmelblau } from './problems/himmelblau';
import { levi13 } from './problems/levi-13';
import { linearRegression } from './problems/linear-regression';
import { logisticRegression } from './problems/logistic-regression';
import { matyas } from './problems/matyas';
import { mccormick } from './problems/mccormick';
import { monkeySaddle } from './problems/monkey-saddle';
import { networkClasses } from './problems/network-classes';
import { networkFit } from './problems/network-fit';
import { noisyQuadratic } from './problems/noisy-quadratic';
import { polynomialRegression } from './problems/polynomial-regression';
import { quadratic } from './problems/quadratic';
import { rastrigin } from './problems/rastrigin';
import { reddi } from './problems/reddi';
import { rosenbrock } from './problems/rosenbrock';
import { saddle } from './problems/saddle';
import { sixHumpCamel } from './problems/six-hump-camel';
import { square } from './problems/square';
import { styblinskiTang } from './problems/styblinski-tang';
import { threeHumpCamel } from './problems/three-hump-camel';
import type { Problem } from './types';

/** All problems, in the order of the list on the page. */
export const problems: readonly Problem[] = [
  square,
  quadratic,
  rosenbrock,
  beale,
  booth,
  matyas,
  himmelblau,
  rastrigin,
  ackley,
  styblinskiTang,
  threeHumpCamel,
  sixHumpCamel,
  mccormick,
  goldsteinPrice,
  levi13,
  easom,
  saddle,
  monkeySaddle,
  reddi,
  linearRegression,
  polynomialRegression,
  logisticRegression,
  networkFit,
  networkClasses,
  noisyQuadratic,
  associativeMemory,
];
