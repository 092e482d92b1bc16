import fc from 'fast-check';
import { toJson } from '../../experiment';
import { anyExperiment } from '../../experiment/testing/arbitraryExperiments';
import { anyFragment } from '../../experiment/testing/arbitraryFragments';
import { anyLog } from '../../experiment/testing/arbitraryLogs';
import { changed } from '../../formula/testing/changed';
import { arrivalStore, setArrival, setLogDialog } from '../../workbench/arrivals/arrivalStore';
import { takeText } from '../../workbench/arrivals/takeText';
import { door } from '../door';
import { verdictOf } from '../words';

const json = anyExperiment.map((experiment) => JSON.stringify(toJson(experiment)));
const pieces = fc.constantFrom(
  '{',
  '}',
  '"',
  ':',
  ',',
  '//',
  "'",
  '\n',
  '#v=1',
  'https://',
  '\0',
  '{"runs":',
  '1e999',
  '\\',
);
const links = fc
  .tuple(fc.string(), anyFragment)
  .map(([before, fragment]) => `${before} https://example.org/#${fragment}`);

const texts = fc.oneof(
  changed(json, pieces),
  links,
  changed(
    anyLog.map(({ text }) => text),
    pieces,
  ),
  fc.string(),
);

/** Whatever is pasted into the page: offered, or said what is wrong with it, or left alone. */
export const pastedTexts = door('pasted texts', texts, (text) => {
  setArrival(null);
  setLogDialog(null);
  takeText(text);
  const { arrival, logDialog } = arrivalStore.getState();
  if (logDialog) return 'log';
  if (!arrival) return 'left alone';
  if (arrival.kind === 'offer' && arrival.offer.kind === 'experiment') verdictOf(arrival.offer.complaints);
  return arrival.kind === 'offer' ? 'taken' : arrival.kind;
});
