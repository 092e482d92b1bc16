import arrival from './arrival.en.json';
import complaint from './complaints.en.json' with { type: 'json' };
import csv from './csv.en.json';
import exported from './export.en.json';
import inWords from './inWords.en.json';
import kept from './kept.en.json';
import later from './later.en.json';
import log from './log.en.json';
import present from './present.en.json';
import reading from './reading.en.json' with { type: 'json' };
import questions from './questions.en.json';
import ruleEditor from './ruleEditor.en.json';
import series from './series.en.json';
import share from './share.en.json';
import why from './why.en.json';
import workerDeath from './workerDeaths.en.json' with { type: 'json' };

/** Sentences that nothing in the first picture says. */
export const laterEnglish = {
  ...later,
  arrival,
  complaint,
  csv,
  export: exported,
  inWords,
  kept,
  log,
  present,
  questions,
  reading,
  ruleEditor,
  series,
  share,
  why,
  workerDeath,
};
