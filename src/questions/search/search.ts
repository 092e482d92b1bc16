import MiniSearch, { type SearchOptions } from 'minisearch';
import { questions, type Question } from '..';
import { CONCEPT } from './concepts';
import { contentOf, termsOf } from './terms';

/** What the search found for a text. */
export interface Found {
  /** Best first. */
  readonly questions: readonly Question[];
  /** True if nothing has the words of the text, and these are only the most similar. */
  readonly isGuess: boolean;
}

const isChinese = (term: string): boolean => /\p{Script=Han}/u.test(term);
const isConcept = (term: string): boolean => term.startsWith(CONCEPT);

/** One wrong letter in words of four or five, two in longer ones; a pair of Chinese characters must be right. */
const slips = (term: string): number | false => (isChinese(term) || term.length < 4 ? false : term.length < 6 ? 1 : 2);

/** How many letters may be wrong: none in a word that a question has. */
const slipsUnless =
  (known: ReadonlySet<string>) =>
  (term: string): number | false =>
    isConcept(term) || known.has(term) ? false : slips(term);

const options: SearchOptions = {
  boost: { questionEn: 3, questionZh: 3, wordingsEn: 2, wordingsZh: 2 },
  // A word may be half typed, and half a pair is one Chinese character.
  prefix: (term) => !isConcept(term) && (isChinese(term) || term.length > 2),
  weights: { fuzzy: 0.6, prefix: 0.7 },
  // What a text means counts for more than a word of it.
  boostTerm: (term) => (isConcept(term) ? 2 : 1),
};

/** A third of the letters may be wrong, for the nearest where nothing matches. */
const lenient: SearchOptions = { ...options, fuzzy: 0.34 };

const NEAREST = 3;

/** Builds an index of all questions in both languages and returns a search in it. */
export function questionSearch(): (text: string) => Found {
  const index = new MiniSearch<Record<string, string>>({
    fields: ['questionEn', 'questionZh', 'wordingsEn', 'wordingsZh', 'answerEn', 'answerZh'],
    // Answers mention much that they are not about.
    tokenize: (text, field) => (field?.startsWith('answer') ? contentOf(text) : termsOf(text)),
    // `termsOf` has done all that a term needs.
    processTerm: (term) => term,
  });
  index.addAll(questions.map(fieldsOf));
  const known = new Set(questions.flatMap((question) => Object.values(fieldsOf(question)).flatMap(contentOf)));
  const strict: SearchOptions = { ...options, fuzzy: slipsUnless(known) };
  const byId = new Map(questions.map((question) => [question.id, question]));
  const find = (text: string, how: SearchOptions) =>
    index.search(text, how).flatMap(({ id }) => byId.get(id as string) ?? []);
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
