/**
 * What the worker runs, for the page. It is built by itself, like the worker: in one build with the page, all that both use
 * would have to be loaded before the first picture (13 kB more). Such a build keeps no exports, hence the event.
 */
import { answerRequests } from './answerRequests';
import { HANDED_OVER } from './handOver';

dispatchEvent(new CustomEvent(HANDED_OVER, { detail: answerRequests }));
