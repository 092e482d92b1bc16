import { methods } from './methods';
import { adabelief } from './optimizers/adabelief';
import { adadelta } from './optimizers/adadelta';
import { adagrad } from './optimizers/adagrad';
import { adahessian } from './optimizers/adahessian';
import { adam } from './optimizers/adam';
import { adamEpsInside } from './optimizers/adam-eps-inside';
import { adamUncorrected } from './optimizers/adam-uncorrected';
import { adamax } from './optimizers/adamax';
import { adamw } from './optimizers/adamw';
import { adan } from './optimizers/adan';
import { ademamix } from './optimizers/ademamix';
import { adopt } from './optimizers/adopt';
import { asgd } from './optimizers/asgd';
import { barzilaiBorwein } from './optimizers/barzilai-borwein';
import { cautiousAdamw } from './optimizers/cautious-adamw';
import { cautiousLion } from './optimizers/cautious-lion';
import { dAdaptAdam } from './optimizers/d-adapt-adam';
import { dog } from './optimizers/dog';
import { gd } from './optimizers/gd';
import { grams } from './optimizers/grams';
import { lamb } from './optimizers/lamb';
import { lars } from './optimizers/lars';
import { lion } from './optimizers/lion';
import { lookaheadAdam } from './optimizers/lookahead-adam';
import { lookaheadSgd } from './optimizers/lookahead-sgd';
import { madgrad } from './optimizers/madgrad';
import { mars } from './optimizers/mars';
import { momentumAverage } from './optimizers/momentum-average';
import { momentumKeras } from './optimizers/momentum-keras';
import { momentumSutskever } from './optimizers/momentum-sutskever';
import { muon } from './optimizers/muon';
import { nadam } from './optimizers/nadam';
import { nesterov } from './optimizers/nesterov';
import { polyak } from './optimizers/polyak';
import { prodigy } from './optimizers/prodigy';
import { qhadam } from './optimizers/qhadam';
import { qhm } from './optimizers/qhm';
import { radam } from './optimizers/radam';
import { rmsprop } from './optimizers/rmsprop';
import { rmspropTf } from './optimizers/rmsprop-tf';
import { rprop } from './optimizers/rprop';
import { sam } from './optimizers/sam';
import { scheduleFreeAdamw } from './optimizers/schedule-free-adamw';
import { scheduleFreeSgd } from './optimizers/schedule-free-sgd';
import { sgd } from './optimizers/sgd';
import { shampoo } from './optimizers/shampoo';
import { soap } from './optimizers/soap';
import { sophia } from './optimizers/sophia';
import { yogi } from './optimizers/yogi';
import type { Optimizer, OptimizerFamily } from './types';

/** All optimizers by family, in the order of the list on the page. */
export const optimizerFamilies: readonly OptimizerFamily[] = [
  {
    name: { en: 'Gradient and momentum', zh: '梯度与动量' },
    optimizers: [gd, sgd, momentumSutskever, momentumKeras, momentumAverage, nesterov, qhm],
  },
  {
    name: { en: 'A rate for each parameter', zh: '逐参数学习率' },
    optimizers: [adagrad, adadelta, rmsprop, rmspropTf, madgrad],
  },
  {
    name: { en: 'Adam and its relatives', zh: 'Adam 及其变体' },
    optimizers: [
      adam,
      adamUncorrected,
      adamEpsInside,
      adamw,
      adamax,
      nadam,
      radam,
      adabelief,
      yogi,
      qhadam,
      adan,
      grams,
      adopt,
      ademamix,
      mars,
      cautiousAdamw,
    ],
  },
  {
    name: { en: 'Averages of iterates', zh: '迭代平均' },
    optimizers: [asgd, lookaheadSgd, lookaheadAdam, scheduleFreeSgd, scheduleFreeAdamw],
  },
  {
    name: { en: 'Signs of gradients', zh: '只看梯度符号' },
    optimizers: [rprop, lion, cautiousLion],
  },
  {
    name: { en: 'Parameters as matrices', zh: '把参数看作矩阵' },
    optimizers: [muon, shampoo, soap],
  },
  {
    name: { en: 'Flat minima, large batches', zh: '平坦极小值与大批量' },
    optimizers: [sam, lars, lamb],
  },
  {
    name: { en: 'Second derivatives', zh: '利用二阶导数' },
    optimizers: [adahessian, sophia],
  },
  {
    name: { en: 'A rate of its own', zh: '自行确定学习率' },
    optimizers: [polyak, barzilaiBorwein, dog, dAdaptAdam, prodigy],
  },
  {
    name: { en: 'Classical methods', zh: '经典方法' },
    optimizers: methods,
  },
];

/** All optimizers by a rule, in the order of the list on the page. */
export const optimizers: readonly Optimizer[] = optimizerFamilies.flatMap((family) =>
  family.optimizers.flatMap((entry) => (entry.kind === 'method' ? [] : [entry])),
);
