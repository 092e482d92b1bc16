import type { Scripting } from '../scripting/scripting';
import { answerTo } from './answerRequest';
import { isAllowed, type EmbedOptions } from './embedOptions';
import { followUser } from './followUser';
import { idOf, isMarked, PROTOCOL, readRequest, refusal, type EmbedAnswer, type EmbedRequest } from './protocol';
import { tellHost } from './tellHost';
import { messageOf } from '../../engine/common/messageOf';

/** A page from a file, or in a frame without an origin of its own, cannot be addressed by its origin. */
const targetOf = (origin: string): string => (origin === 'null' ? '*' : origin);

/**
 * Answers the requests of the page around, if its origin is allowed, and tells it what the user does once it listens. Nothing
 * that cannot be read is obeyed; it is answered by an error.
 */
export function listenToHost(scripting: Scripting, options: EmbedOptions): void {
  const listeners = new Set<string>();
  const answer = async (request: EmbedRequest, origin: string): Promise<EmbedAnswer> => {
    if (request.request !== 'listen') return answered(request, scripting);
    listeners.add(origin);
    return { overshoot: PROTOCOL, id: request.id, answer: null };
  };
  window.addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
    if (source !== window.parent || source === window) return;
    const send = (reply: EmbedAnswer) => window.parent.postMessage(reply, targetOf(origin));
    if (!isAllowed(origin, options)) {
      // Other messages of a page that is not allowed are about something else.
      if (isMarked(data)) send(refusal(idOf(data), 'origin', forbidden(origin, options)));
      return;
    }
    const read = readRequest(data);
    if ('refusal' in read) send(read.refusal);
    else void answer(read.request, origin).then(send);
  });
  followUser((event) => listeners.forEach((origin) => window.parent.postMessage(event, targetOf(origin))));
  tellHost({ overshoot: PROTOCOL, event: 'ready' });
}

const forbidden = (origin: string, { origins }: EmbedOptions): string =>
  `messages from ${origin} are not allowed; allowed are those from: ${origins.join(', ') || 'nowhere'}. The attribute "origins" of <overshoot-plot>, or "origins" in the query of embed.html, names the origins.`;

/** What a request resolves to, or why it was refused. */
async function answered(
  request: Exclude<EmbedRequest, { readonly request: 'listen' }>,
  scripting: Scripting,
): Promise<EmbedAnswer> {
  try {
    const answer = await answerTo(request.request, request, scripting);
    return { overshoot: PROTOCOL, id: request.id, answer };
  } catch (error) {
    return refusal(request.id, 'refused', messageOf(error));
  }
}
