import type { WorkerClient } from '../../engine/worker/workerClient.types';
import type { StagePlot } from '../../experiment';
import { followDetails, followPicture } from '../requests/requests';
import { screenStore } from '../stores/screenStore';

/** Parts that show more than the runs and the surface. */
const detailed: readonly StagePlot[] = ['data', 'rule'];

const showsDetails = (): boolean =>
  screenStore.getState().stage?.plots.some((plot) => detailed.includes(plot)) ?? false;

/** Asks for what the stage shows; for the details from when it first shows one, because most stages need no worker. */
export function followStage(client: WorkerClient): void {
  followPicture(client);
  const start = () => {
    if (!showsDetails()) return;
    stopWaiting();
    followDetails(client);
  };
  const stopWaiting = screenStore.subscribe(start);
  start();
}
