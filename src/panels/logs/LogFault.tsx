import { useTranslations } from 'use-intl';
import { logFaultCodes, type LogError } from '../../experiment/log';
import './logDialog.css';

/** What is wrong with a log, where, and what to do about it. */
export function LogFault({ fault }: { readonly fault: LogError }) {
  const t = useTranslations('log.fault');
  const none: Record<string, string> = Object.fromEntries(
    Object.values<readonly string[]>(logFaultCodes)
      .flat()
      .map((name) => [name, '']),
  );
  return (
    <p className="log-fault" role="alert">
      {t(fault.code, { ...none, ...fault.values })}
    </p>
  );
}
