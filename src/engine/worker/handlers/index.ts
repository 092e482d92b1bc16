import type { RequestKind } from '../requests';
import { analyse } from './analyse';
import { data } from './data';
import { field } from './field';
import { finder } from './finder';
import { horizon } from './horizon';
import { inspect } from './inspect';
import { landscape, landscapeAhead } from './landscape';
import { loss } from './loss';
import { predictions } from './predictions';
import { preview } from './preview';
import { probe } from './probe';
import { scriptRun } from './scriptRun';
import { scriptSweep } from './scriptSweep';
import { scriptTune } from './scriptTune';
import { secondPaths } from './secondPaths';
import { series } from './series';
import { survey } from './survey';
import { sweep } from './sweep';
import { trace } from './trace';
import { tune } from './tune';
import type { Handler } from './types';

/** How the worker answers each kind of request. Only the worker loads this: TensorFlow.js comes with it. */
export const handlers: { readonly [K in RequestKind]: Handler<K> } = {
  trace,
  landscape,
  inspect,
  data,
  analyse,
  horizon,
  series,
  secondPaths,
  survey,
  sweep,
  preview,
  finder,
  tune,
  probe,
  loss,
  field,
  predictions,
  scriptRun,
  scriptSweep,
  scriptTune,
  landscapeAhead,
};
