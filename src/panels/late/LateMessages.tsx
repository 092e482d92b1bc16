import { use, useMemo, type ComponentType } from 'react';
import { IntlProvider } from 'use-intl';
import { languages, loadLaterMessages, type Language, type LaterMessages } from '../../language';
import { loadOnce } from '../../late/loadOnce';
import { usePreference } from '../../workbench/stores/preferences';

const laterMessages = new Map<Language, () => Promise<LaterMessages>>(
  languages.map((language) => [language, loadOnce(() => loadLaterMessages(language))]),
);

/** A component that may use the messages loaded after the first picture; it suspends until they have arrived. */
export function withLateMessages<Props extends object>(Component: ComponentType<Props>): ComponentType<Props> {
  return function WithLateMessages(props) {
    const language = usePreference((state) => state.language);
    const messages = usePreference((state) => state.messages);
    const load = laterMessages.get(language);
    if (!load) throw new RangeError(`the page has no messages in "${language}"`);
    const late = use(load());
    // The same object again: another one would render all that is translated.
    const all = useMemo(() => ({ ...messages, ...late }), [messages, late]);
    return (
      <IntlProvider locale={language} messages={all} timeZone="UTC">
        <Component {...props} />
      </IntlProvider>
    );
  };
}
