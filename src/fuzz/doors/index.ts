import type { Door } from '../door';
import { experiments } from './experiments';
import { formulas, typedFormulas } from './formulas';
import { links } from './links';
import { logs } from './logs';
import { messages } from './messages';
import { pastedTexts } from './pastedTexts';
import { packedPlaylists, playlists } from './playlists';
import { rules } from './rules';
import { sweeps } from './sweeps';
import { tables } from './tables';

/** The ways by which something from outside comes into the page. */
export const doors: readonly Door[] = [
  links,
  experiments,
  sweeps,
  formulas,
  typedFormulas,
  rules,
  tables,
  logs,
  messages,
  playlists,
  packedPlaylists,
  pastedTexts,
];
