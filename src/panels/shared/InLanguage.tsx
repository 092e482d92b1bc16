import { DirectionProvider } from '@radix-ui/react-direction';
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { facts, type Language, type Messages } from '../../language';

interface InLanguageProps {
  readonly language: Language;
  readonly messages: Messages;
  readonly children: ReactNode;
}

/** A page in a language and its direction, which controls must be told: their arrow keys depend on it. */
export const InLanguage = ({ language, messages, children }: InLanguageProps) => (
  <DirectionProvider dir={facts[language].direction}>
    <IntlProvider locale={language} messages={messages} timeZone="UTC">
      {children}
    </IntlProvider>
  </DirectionProvider>
);
