import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { inLanguage } from '../../language';
import { loadOnce } from '../../late/loadOnce';
import { usePreference } from '../../workbench/stores/preferences';

const load = loadOnce(() => import('../../catalogue/hyperparameterHelp'));
type HyperHelp = Awaited<ReturnType<typeof load>>['hyperHelp'];

const store = createStore<{ readonly helpOf: HyperHelp | null }>(() => ({ helpOf: null }));

/**
 * What a hyperparameter does, in one sentence; empty until the sentences have been loaded.
 * @param optimizer key of the optimizer that it belongs to; absent: a modifier's
 */
export function useHyperHelp(name: string, optimizer?: string): string {
  const language = usePreference((state) => state.language);
  const helpOf = useStore(store, (state) => state.helpOf);
  useEffect(() => {
    // Without them the page works; the next control that is shown asks again.
    void load().then(
      ({ hyperHelp }) => store.setState({ helpOf: hyperHelp }),
      () => undefined,
    );
  }, []);
  return helpOf ? inLanguage(helpOf(name, optimizer), language) : '';
}
