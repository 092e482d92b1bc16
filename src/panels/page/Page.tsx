import { IntlProvider } from 'use-intl';
import { PartBoundary } from '../../late/PartBoundary';
import { usePreference } from '../../workbench/stores/preferences';
import '../styles/text.css';
import '../styles/buttons.css';
import '../styles/textInput.css';
import '../styles/check.css';
import '../styles/settings.css';
import '../styles/numbers.css';
import '../styles/widths.css';
import { Workbench } from './Workbench';

/** The page in the reader's language. */
export function Page() {
  const language = usePreference((state) => state.language);
  const messages = usePreference((state) => state.messages);
  return (
    <IntlProvider locale={language} messages={messages} timeZone="UTC">
      <PartBoundary>
        <Workbench />
      </PartBoundary>
    </IntlProvider>
  );
}
