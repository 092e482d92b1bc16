import { fieldOver } from '../../float64/probe';
import { groundOf } from '../../plan/plan';
import { atOnce } from './types';

export const field = atOnce<'field'>(({ body: { experiment, view, width, height }, answer }) =>
  answer(fieldOver(groundOf(experiment), view, width, height)),
);
