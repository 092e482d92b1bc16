import { streamSweep } from '../../sweep/stream';
import { gridsOf, sweepOnDevice } from '../../sweep/sweep';
import type { Handler } from './types';

export const sweep: Handler<'sweep'> = ({ body: request, service, answer }) =>
  service.onDevice((device) =>
    streamSweep(sweepOnDevice(request, gridsOf(request), device, service.screenTileCost), request, answer),
  );
