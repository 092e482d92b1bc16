import JSON5 from 'json5';
import { decodeLink, parseExperiment } from '../../experiment';
import { looksLikePlaylist } from '../../experiment/playlist/playlistJson';
import { findLink } from '../../experiment/link/findLink';
import { LogError, looksLikeLog, readLog } from '../../experiment/log';
import { setScreen } from '../stores/screenStore';
import { setArrival, setLogDialog } from './arrivalStore';
import { takePackedPlaylist, takePlaylist } from './takePlaylist';

/** Files larger than this are data, and are read by the dialog for data, which has a limit of its own. */
const MAX_BYTES = 25e6;

/** Looks at a text that was pasted. One that is nothing to open is left alone: the user may have missed a field. */
export function takeText(text: string): void {
  if (takeExperiment(text)) return;
  if (isLog(text)) setLogDialog({ name: '', text, file: null });
}

/** Looks at a file that was dropped or pasted: an experiment, a link or a log; everything else is taken for data. */
export async function takeFile(file: File): Promise<void> {
  const text = file.size > MAX_BYTES ? '' : await file.text().catch(() => '');
  if (takeExperiment(text)) return;
  if (isLog(text)) setLogDialog({ name: nameOf(file), text, file });
  else setScreen({ userDataDialog: { file } });
}

const nameOf = ({ name }: File): string => name.replace(/\.[^.]*$/, '');

/** Offers the experiment or the playlist that a text holds, or says what is wrong with it; false if it holds none. */
function takeExperiment(text: string): boolean {
  const fragment = findLink(text);
  const isJson = /^\s*\{/.test(text) && /["']?\b(?:problem|playlist)["']?\s*:/.test(text);
  // A playlist in JSON holds links, too.
  if (fragment !== null && !isJson) {
    takeLink(fragment);
    return true;
  }
  if (!isJson) return false;
  try {
    // JSON5 also reads what people write by hand: comments, single quotes, a comma after the last entry.
    const value = JSON5.parse<unknown>(text);
    if (looksLikePlaylist(value)) takePlaylist(value);
    else {
      const { experiment, complaints } = parseExperiment(isOfData(value) ? value.experiment : value);
      setArrival({ kind: 'offer', offer: { kind: 'experiment', experiment, complaints } });
    }
  } catch (error) {
    const { lineNumber: line = 1, columnNumber: column = 1 } = error as { lineNumber?: number; columnNumber?: number };
    setArrival({ kind: 'notJson', line, column });
  }
  return true;
}

/** Whether it is a table of numbers that the page has saved, which holds the experiment that they are of. */
const isOfData = (json: unknown): json is { readonly experiment: unknown } =>
  typeof json === 'object' && json !== null && 'overshoot' in json && 'experiment' in json;

function takeLink(fragment: string): void {
  const { experiment, playlist } = decodeLink(fragment).state;
  if (playlist !== undefined) void takePackedPlaylist(playlist);
  else setArrival({ kind: 'offer', offer: { kind: 'link', fragment, experiment } });
}

function isLog(text: string): boolean {
  try {
    return /^\s*[[{]/.test(text) ? readLog(text).rows.length > 1 : looksLikeLog(readLog(text));
  } catch (error) {
    if (error instanceof LogError) return false;
    throw error;
  }
}
