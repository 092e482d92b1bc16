import { landscapeOn } from '../../gpu/landscape';
import type { Handler } from './types';

export const landscape: Handler<'landscape'> = function* ({ body: { experiment, view }, service, answer }) {
  answer(
    yield* service.onDevice(function* (device) {
      yield;
      return landscapeOn(device, experiment, view);
    }),
  );
};
