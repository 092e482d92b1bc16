import arrival from './arrival.zh.json';
import complaint from './complaints.zh.json';
import csv from './csv.zh.json';
import exported from './export.zh.json';
import inWords from './inWords.zh.json';
import kept from './kept.zh.json';
import later from './later.zh.json';
import log from './log.zh.json';
import present from './present.zh.json';
import reading from './reading.zh.json';
import questions from './questions.zh.json';
import ruleEditor from './ruleEditor.zh.json';
import series from './series.zh.json';
import share from './share.zh.json';
import why from './why.zh.json';
import workerDeath from './workerDeaths.zh.json';

export const laterChinese = {
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
