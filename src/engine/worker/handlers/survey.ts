import { TimeSlice } from '../../common/slice';
import { surveyInSlices } from '../../survey/survey';
import type { Handler } from './types';

export const survey: Handler<'survey'> = function* ({ body: { experiment }, answer }) {
  answer({ ranges: yield* surveyInSlices(experiment, new TimeSlice()) });
};
