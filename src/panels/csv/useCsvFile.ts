import { useEffect, useState } from 'react';
import { csvError, CsvError, csvLimits, decodeText, parseRows, type ParsedRows } from '../../experiment/csv';
import type { Language } from '../../language';
import { usePreference } from '../../workbench/stores/preferences';

/** The rows of a file, or what is wrong with it. */
export type Reading = { readonly file: File } & ({ readonly parsed: ParsedRows } | { readonly fault: CsvError });

/** The encoding that spreadsheet programs use when they do not use UTF-8, by the page's language. */
const legacyEncodings: Readonly<Record<Language, string>> = { en: 'windows-1252', zh: 'gb18030' };

/** Reads and parses a file; null without a file and until it has been read. */
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
    // Reads one byte more than is allowed, which is enough to see that a file is too large.
    const bytes = await file
      .slice(0, csvLimits.bytes + 1)
      .arrayBuffer()
      .catch(() => Promise.reject(csvError('unreadable', {})));
    return { file, parsed: parseRows(decodeText(bytes, legacy)) };
  } catch (error) {
    if (error instanceof CsvError) return { file, fault: error };
    throw error;
  }
}
