import { useTranslations } from 'use-intl';

/** What serves a folder where Python, or Node, is installed. */
const COMMANDS = ['python3 -m http.server 8000', 'npx serve -l 8000'];

/** What to do when the page was opened as a file: browsers let such a page load none of its parts. */
export function FromFile() {
  const t = useTranslations('fromFile');
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('why')}</p>
      <p>{t('here')}</p>
      <ul>
        {COMMANDS.map((command) => (
          <li key={command}>
            <code>{command}</code>
          </li>
        ))}
      </ul>
      <p>{t('then', { address: 'http://localhost:8000' })}</p>
      <p>{t('elsewhere')}</p>
    </>
  );
}
