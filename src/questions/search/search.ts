import MiniSearch, { type SearchOptions } from 'minisearch';
import { questions, type Question } from '..';
import { termsOf } from './terms';

/** What the search found for a text. */
export interface Found {
  /** Best first. */
  readonly questions: readonly Question[];
  /** True if nothing has the words of the text, and these are only the most similar. */
  readonly isGuess: boolean;
}

const isChinese = (term: string): boolean => /\p{Script=Han}/u.test(term);

/** One wrong letter in words of four or five, two in longer ones; a pair of Chinese characters must be right. */
const slips = (term: string): number | false => (isChinese(term) || term.length < 4 ? false : term.length < 6 ? 1 : 2);

const strict: SearchOptions = {
  boost: { questionEn: 3, questionZh: 3, wordingsEn: 2, wordingsZh: 2 },
  fuzzy: slips,
  // A word may be half typed, and half a pair is one Chinese character.
  prefix: (term) => isChinese(term) || term.length > 1,
  weights: { fuzzy: 0.6, prefix: 0.7 },
};

/** Half of the letters may be wrong. */
const lenient: SearchOptions = { ...strict, fuzzy: 0.5 };

const NEAREST = 3;

/** Builds an index of all questions in both languages and returns a search in it. */
export function questionSearch(): (text: string) => Found {
  const index = new MiniSearch<Record<string, string>>({
    fields: ['questionEn', 'questionZh', 'wordingsEn', 'wordingsZh', 'answerEn', 'answerZh'],
    tokenize: termsOf,
    // `termsOf` has done all that a term needs.
    processTerm: (term) => term,
  });
  index.addAll(questions.map(fieldsOf));
  const byId = new Map(questions.map((question) => [question.id, question]));
  const find = (text: string, options: SearchOptions) =>
    index.search(text, options).flatMap(({ id }) => byId.get(id as string) ?? []);
  return (text) => {
    const hits = find(text, strict);
    return hits.length > 0
      ? { questions: hits, isGuess: false }
      : { questions: find(text, lenient).slice(0, NEAREST), isGuess: true };
  };
}

const fieldsOf = ({ id, question, wordings, answer }: Question): Record<string, string> => ({
  id,
  questionEn: question.en,
  questionZh: question.zh,
  wordingsEn: wordings.en.join('. '),
  wordingsZh: wordings.zh.join('。'),
  answerEn: answer.en,
  answerZh: answer.zh,
});
