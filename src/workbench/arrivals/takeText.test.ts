import { beforeEach, expect, test, vi } from 'vitest';
import { defaultExperiment, toJson } from '../../experiment';
import { playlistLink } from '../../experiment/playlist/playlistLink';
import { screenStore } from '../stores/screenStore';
import { arrivalStore, setArrival, setLogDialog } from './arrivalStore';
import { takeFile, takeText } from './takeText';

const json = JSON.stringify(toJson(defaultExperiment));

beforeEach(() => {
  setArrival(null);
  setLogDialog(null);
  screenStore.setState({ userDataDialog: null });
});

/** What the page takes a text for. */
const taken = (): string => {
  const { arrival, logDialog } = arrivalStore.getState();
  if (arrival) return arrival.kind === 'offer' ? arrival.offer.kind : arrival.kind;
  if (logDialog) return 'log';
  return screenStore.getState().userDataDialog ? 'data' : 'nothing';
};

test.each([
  ['https://example.org/#v=1&p=booth', 'link'],
  ['看这个：https://example.org/#v=1&p=booth。', 'link'],
  [json, 'experiment'],
  ["{ // by hand\n version: 1, problem: { id: 'booth' }, runs: [{ optimizer: 'adam' }], }", 'experiment'],
  [json.slice(0, -20), 'notJson'],
  [`{"overshoot": "trace", "experiment": ${json}, "rows": [[1, 0]]}`, 'experiment'],
  ['step,loss\n0,1\n1,0.5\n', 'log'],
  ['{"loss": [1, 0.5]}', 'log'],
  ['[[1.7e9, 0, 1], [1.7e9, 1, 0.5]]', 'log'],
  ['height,weight\n1,2\n3,4\n', 'nothing'],
  ['{"version": 1, "playlist": "Week 1", "entries": [{"link": "https://example.org/#v=1&p=booth"}]}', 'playlist'],
  ['{"playlist": "Week 1", "entries": [', 'notJson'],
  ['hello', 'nothing'],
  ['{"name": "something else"}', 'nothing'],
])('%s, pasted, is taken for %s', (text, kind) => {
  takeText(text);
  expect(taken()).toBe(kind);
});

test('a link to a playlist, pasted, is taken for one, and a damaged one is said to be', async () => {
  const link = await playlistLink({ name: 'Week 1', entries: [{ kind: 'lesson', name: '', lesson: 'dropout' }] });
  takeText(`https://example.org/#${link}`);
  await vi.waitFor(() => expect(taken()).toBe('playlist'));
  setArrival(null);
  takeText(`https://example.org/#${link?.slice(0, -9)}z`);
  await vi.waitFor(() => expect(screenStore.getState().complaints).toHaveLength(1));
  expect(taken()).toBe('nothing');
});

test.each([
  ['e.json', json, 'experiment'],
  ['metrics.csv', 'epoch,step,train_loss\n0,49,0.5\n0,99,0.25\n', 'log'],
  ['people.csv', 'height,weight\n1,2\n3,4\n', 'data'],
  ['picture.png', '\u0000\u0001', 'data'],
])('%s, dropped, is taken for what it is', async (name, text, kind) => {
  await takeFile(new File([text], name));
  expect(taken()).toBe(kind);
});
