import { setScreen } from '../stores/screenStore';

/** Notifies the readers of the view, although no field has changed. */
export const viewChanged = (): void => setScreen({});
