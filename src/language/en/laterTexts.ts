import arrival from './arrival.json';
import complaint from './complaints.json';
import csv from './csv.json';
import dataPlot from './dataPlot.json';
import exported from './export.json';
import inWords from './inWords.json';
import kept from './kept.json';
import later from './later.json';
import log from './log.json';
import present from './present.json';
import reading from './reading.json';
import questions from './questions.json';
import ruleEditor from './ruleEditor.json';
import series from './series.json';
import share from './share.json';
import stored from './stored.json';
import why from './why.json';
import workerDeath from './workerDeaths.json';

/** Sentences that nothing in the first picture says. */
export const messages = {
  ...later,
  arrival,
  complaint,
  csv,
  dataPlot,
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
  stored,
  why,
  workerDeath,
};
