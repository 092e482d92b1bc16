import { predict } from '../../float64/predict';
import { atOnce } from './types';

export const predictions = atOnce<'predictions'>(({ body: { model, points, inputs }, answer }) =>
  answer(predict(model, points, inputs)),
);
