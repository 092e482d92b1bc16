import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Whether the user data on the screen are kept on this device. `waiting` until the browser has answered. */
export type Keeping = 'waiting' | 'kept' | 'forgotten' | 'refused';

export const userDataStore = createStore<{ readonly keeping: Keeping }>(() => ({ keeping: 'waiting' }));

export const useKeeping = (): Keeping => useStore(userDataStore, (state) => state.keeping);
