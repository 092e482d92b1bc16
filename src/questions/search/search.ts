import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import { questions, type Question } from '..';
import { CONCEPT } from './concepts';
import { contentOf, namesIn, termsOf } from './terms';

/** What the search found for a text. */
export interface Found {
  /** Best first. */
  readonly questions: readonly Question[];
  /** True if nothing has the words of the text, and these are only the most similar. */
  readonly isGuess: boolean;
  /** Names that no question has, such as BatchNorm, as they were typed: what they stand for is not here. */
  readonly missing: readonly string[];
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

/** A question that matches this much worse than the best one is about something else. */
const RELATED = 0.2;

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
  const questionsOf = (hits: readonly SearchResult[]) => hits.flatMap(({ id }) => byId.get(id as string) ?? []);
  return (text) => {
    const hits = index.search(text, strict);
    const best = hits[0];
    if (!best)
      return { questions: questionsOf(index.search(text, lenient)).slice(0, NEAREST), isGuess: true, missing: [] };
    const matched = new Set(hits.flatMap(({ queryTerms }) => queryTerms));
    return {
      questions: questionsOf(hits.filter(({ score }) => score >= RELATED * best.score)),
      isGuess: false,
      missing: namesIn(text).filter(
        (word) => contentOf(word).every((term) => !matched.has(term)) && contentOf(word).length > 0,
      ),
    };
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
