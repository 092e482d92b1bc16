import { loadOnce } from '../../late/loadOnce';

/** Loads the code that computes on the page. It is in the page's second file, for it is needed for the first picture. */
export const loadFirstAnswers = loadOnce(() =>
  import('../../engine/worker/firstAnswers').then(({ firstAnswer }) => firstAnswer),
);
