import { startTransition, useEffect, useMemo, useState } from 'react';
import {
  csvError,
  CsvError,
  csvLimits,
  decodeAs,
  decodeFile,
  parseRows,
  type DecodedText,
  type Encoding,
  type ParsedRows,
} from '../../experiment/csv';
import { loadOnce } from '../../late/loadOnce';
import { attempt } from './attempt';

/** A file as it is read. */
export interface Reading {
  readonly file: File;
  /** Null if it is not known. */
  readonly encoding: Encoding | null;
  /** Null if the file cannot be read, so that no encoding would help. */
  readonly onEncoding: ((encoding: Encoding) => void) | null;
  /** The rows of the file, or what is wrong with it. */
  readonly parsed: ParsedRows | CsvError;
}

const loadDetector = loadOnce(() => import('../../experiment/csv/detector'));

/** Reads and parses a file; null without a file and until it has been read. */
export function useCsvFile(file: File | null): Reading | null {
  const opened = useOpenedFile(file);
  const [chosen, setChosen] = useState<{ readonly file: File; readonly encoding: Encoding } | null>(null);
  const decoded = useMemo(() => {
    if (!opened) return null;
    const { bytes } = opened;
    return chosen?.file === opened.file && bytes ? attempt(() => decodeAs(bytes, chosen.encoding)) : opened.guess;
  }, [opened, chosen]);
  const parsed = useMemo(
    () => decoded && (decoded instanceof CsvError ? decoded : attempt(() => parseRows(decoded.text))),
    [decoded],
  );
  if (!opened || !parsed || opened.file !== file) return null;
  return {
    file,
    encoding: decoded instanceof CsvError ? null : (decoded?.encoding ?? null),
    onEncoding: opened.bytes && ((encoding) => setChosen({ file, encoding })),
    parsed,
  };
}

interface OpenedFile {
  readonly file: File;
  /** Null if they cannot be read. */
  readonly bytes: ArrayBuffer | null;
  /** The text in the encoding that the bytes tell, or what is wrong with them. */
  readonly guess: DecodedText | CsvError;
}

function useOpenedFile(file: File | null): OpenedFile | null {
  const [opened, setOpened] = useState<OpenedFile | null>(null);
  useEffect(() => {
    if (file === null) return undefined;
    let isWanted = true;
    void open(file).then((done) => {
      // The rows, the columns and the samples of a large file are then read in a task each.
      if (isWanted) startTransition(() => setOpened(done));
    });
    return () => {
      isWanted = false;
    };
  }, [file]);
  return opened;
}

async function open(file: File): Promise<OpenedFile> {
  // Reads one byte more than is allowed, which is enough to see that a file is too large.
  const bytes = await file
    .slice(0, csvLimits.bytes + 1)
    .arrayBuffer()
    .catch(() => null);
  if (bytes === null) return { file, bytes: null, guess: csvError('unreadable', {}) };
  const detector = () =>
    loadDetector().then(
      ({ detect }) => detect,
      () => Promise.reject(csvError('noDetector', {})),
    );
  const guess = await decodeFile(bytes, detector).catch((error: unknown) => {
    if (error instanceof CsvError) return error;
    throw error;
  });
  return { file, bytes, guess };
}
