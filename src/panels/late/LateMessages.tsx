import { use, type ComponentType } from 'react';
import { IntlProvider } from 'use-intl';
import { loadLaterMessages } from '../../language';
import { usePreference } from '../../workbench/stores/preferences';

/** A component that may use the messages loaded after the first picture; it suspends until they have arrived. */
export function withLateMessages<Props extends object>(Component: ComponentType<Props>): ComponentType<Props> {
  return function WithLateMessages(props) {
    const language = usePreference((state) => state.language);
    const messages = usePreference((state) => state.messages);
    const late = use(loadLaterMessages(language));
    return (
      <IntlProvider locale={language} messages={{ ...messages, ...late }} timeZone="UTC">
        <Component {...props} />
      </IntlProvider>
    );
  };
}
