import { useEffect, useState } from 'react';
import { csvError, CsvError, csvLimits, decodeText, parseRows, type ParsedRows } from '../../experiment/csv';
import type { Language } from '../../language';
import { usePreference } from '../../workbench/stores/preferences';

/** What was read of a file; null while it is being read, or while there is none. */
export type Reading = { readonly file: File } & ({ readonly split: ParsedRows } | { readonly fault: CsvError });

/** What spreadsheet programs write where they do not write UTF-8. */
const legacyEncodings: Readonly<Record<Language, string>> = { en: 'windows-1252', zh: 'gb18030' };

export function useCsvFile(file: File | null): Reading | null {
  const language = usePreference((state) => state.language);
  const [reading, setReading] = useState<Reading | null>(null);
  useEffect(() => {
    if (file === null) return undefined;
    let isWanted = true;
    void read(file, legacyEncodings[language]).then((done) => {
      if (isWanted) setReading(done);
    });
    return () => {
      isWanted = false;
    };
  }, [file, language]);
  return reading?.file === file ? reading : null;
}

async function read(file: File, legacy: string): Promise<Reading> {
  try {
    // Not more of a large file than it takes to see that it is too large.
    const bytes = await file
      .slice(0, csvLimits.bytes + 1)
      .arrayBuffer()
      .catch(() => Promise.reject(csvError('unreadable', {})));
    return { file, split: parseRows(decodeText(bytes, legacy)) };
  } catch (error) {
    if (error instanceof CsvError) return { file, fault: error };
    throw error;
  }
}
