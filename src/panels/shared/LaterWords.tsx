import { use, type ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { loadLaterMessages } from '../../language';
import { usePreference } from '../../workbench/stores/preferences';

/** Adds the sentences that load after the first picture; suspends until they are here. */
export function LaterWords({ children }: { readonly children: ReactNode }) {
  const language = usePreference((state) => state.language);
  const messages = usePreference((state) => state.messages);
  const later = use(loadLaterMessages(language));
  return (
    <IntlProvider locale={language} messages={{ ...messages, ...later }} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
