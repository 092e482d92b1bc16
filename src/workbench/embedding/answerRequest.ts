import { decodeLink, fitScreen, sentence } from '../../experiment';
import { isComplete } from '../../engine/trace/rows';
import type { Trace } from '../../engine/trace/types';
import { openFragment } from '../address/address';
import { goTo, lastStep, scrubTo } from '../playback/transport';
import { resultsOf, type Scripting } from '../scripting/scripting';
import { currentExperiment } from '../stores/experimentStore';
import { resultStore } from '../stores/resultStore';
import { screenStore, setScreen } from '../stores/screenStore';
import type { EmbedRequest } from './protocol';
import { quietly } from './quietly';

type OwnScripting = Pick<Scripting, 'open' | 'experiment'>;
type RequestsByName = { [Request in EmbedRequest as Request['request']]: Request };
type Answered = Exclude<keyof RequestsByName, 'listen'>;

/** What each request does. */
const answers: { readonly [K in Answered]: (request: RequestsByName[K], scripting: OwnScripting) => unknown } = {
  open: ({ experiment }, { open }) => keepingStage(() => open(experiment)),
  openLink: ({ link }) => keepingStage(() => openWhole(link.slice(link.indexOf('#') + 1))),
  async step({ step }) {
    const end = lastStep(await shownTrace());
    if (step !== 'end' && step > end)
      throw new RangeError(`step is ${step}; allowed are whole numbers from 0 to ${end}, and "end".`);
    quietly(() => scrubTo(step === 'end' ? end : step));
  },
  async play() {
    await shownTrace();
    quietly(() => {
      if (screenStore.getState().step === null) goTo(0);
      setScreen({ playing: true });
    });
  },
  pause: () => quietly(() => setScreen({ playing: false })),
  experiment: (_, { experiment }) => experiment(),
  outcomes: async () => resultsOf(await shownTrace()).runs.map(({ outcome }) => outcome),
  traces: async () => resultsOf(await shownTrace()).runs,
};

/** What a request resolves to; null where that is nothing. Rejects with the message of the error that is sent back. */
export const answerTo = async <K extends Answered>(
  name: K,
  request: RequestsByName[K],
  scripting: OwnScripting,
): Promise<unknown> => (await answers[name](request, scripting)) ?? null;

/** Opens something else on the same stage, as far as it has what that shows. */
async function keepingStage(open: () => void | Promise<void>): Promise<void> {
  const { stage } = screenStore.getState();
  await quietly(open);
  const screen = screenStore.getState();
  if (screen.stage === null)
    quietly(() => setScreen({ stage: fitScreen({ ...screen, stage }, currentExperiment()).stage }));
}

/** Opens a link of which everything can be used. Throws a sentence for each part that cannot. */
async function openWhole(fragment: string): Promise<void> {
  const { complaints } = decodeLink(fragment);
  if (complaints.length > 0) throw new RangeError(complaints.map(sentence).join(' '));
  await openFragment(fragment);
}

/** The complete trace of the experiment on the screen, once it is there. Rejects with what went wrong in computing it. */
function shownTrace(): Promise<Trace> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const { trace, traced, error } = resultStore.getState();
      if (error !== null) finish(() => reject(new Error(error)));
      else if (trace && traced === currentExperiment() && isComplete(trace)) finish(() => resolve(trace));
    };
    const stop = resultStore.subscribe(look);
    const finish = (settle: () => void) => {
      stop();
      settle();
    };
    look();
  });
}
