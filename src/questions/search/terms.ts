/* How a text becomes the terms that the search compares: words in Latin letters, pairs of characters in Chinese. */

import { conceptsOf } from './concepts';

/** English words that any question may have. */
const commonWords = new Set(
  (
    'a about actually after again all also always am an and any anymore anything anyway are as at be because been before being but by can cant ' +
    'come comes could did didnt do does doesnt doing dont each else even ever every everything exactly for from get gets ' +
    'getting give go goes going got had happen happens has have having he help here how i if im in instead into is isnt it ' +
    'its itself ive just keep keeps know let like look lot make makes many may maybe me mean means might more most much must my ' +
    'need never no not nothing now of off ok on one ones only or other our out over people please put really say says screen she ' +
    'should so some someone something still such suddenly take taken tell than that thats the their them then there these they ' +
    'thing things this those though to too try type understand until up us use used using very want wants was way we well were ' +
    'what whats when where whether which while who why will with without wont work works would wrong you your'
  ).split(' '),
);

/** Chinese words of the same kind, longest first; without them, pairs would run across them. */
const commonCharacters =
  /为什么|怎么回事|什么时候|是怎么了|可不可以|咋回事|为何|为啥|什么|怎么样|怎么办|怎么破|怎么|怎样|如何|咋办|咋样|咋|啥时候|啥|干嘛|干什么|干吗|是不是|会不会|能不能|有没有|要不要|用不用|应该|到底|究竟|可以|需要|一个|我的|一点都|一点|一直|直接|根本|好久|半天|突然|忽然|跑着跑着|比较|一般|大家|那个|这个|那里|这里|的话|有什么用|的|了|吗|呢|吧|啊|呀|嘛|么|啦|哦|是|会|我|你|就|在|也|都|还|很|和|跟|与|有|把|被|对|让|那|这|该|得/gu;

/** What people write short, in full. */
const inFull: ReadonlyMap<string, string> = new Map([
  ['lr', 'learning rate'],
  ['η', 'eta'],
  ['mu', 'momentum'],
  ['μ', 'momentum'],
  ['error', 'loss'],
  ['cost', 'loss'],
  ['batchsize', 'batch size'],
  ['stepsize', 'step size'],
  ['eps', 'epsilon'],
  ['ε', 'epsilon'],
  ['wd', 'weight decay'],
  ['λ', 'lambda'],
  ['bs', 'batch size'],
  ['val', 'validation'],
  ['grad', 'gradient'],
  ['gd', 'gradient descent'],
  ['nag', 'nesterov'],
  ['opt', 'optimizer'],
  ['optimiser', 'optimizer'],
  ['pytorch', 'torch'],
  ['tf', 'tensorflow'],
  ['weightdecay', 'weight decay'],
  ['minibatch', 'mini batch'],
  ['microbatch', 'micro batch'],
  ['warmup', 'warm'],
  ['β1', 'beta1'],
  ['β2', 'beta2'],
  ['float', 'float32'],
  ['fp32', 'float32'],
  ['single', 'float32'],
  ['minima', 'minimum'],
  ['optima', 'minimum'],
  ['optimum', 'minimum'],
]);

const run = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** What people call a loss and a batch in Chinese, too. */
const chineseInFull: readonly (readonly [RegExp, string])[] = [
  [/误差|代价/gu, '损失'],
  [/批次|批大小/gu, '批量大小'],
];

/** The terms of a text: its concepts, and its words in order. */
export const termsOf = (text: string): string[] => [...conceptsOf(spokenOf(text)), ...contentOf(text)];

/** The words of a text, in order, without those that any question may have. */
export function contentOf(text: string): string[] {
  const full = chineseInFull.reduce((before, [short, long]) => before.replace(short, long), spokenOf(text));
  return [...full.replace(commonCharacters, ' ').matchAll(run)].flatMap(([piece]) =>
    /\p{Script=Han}/u.test(piece) ? pairsOf(piece) : wordsOf(piece),
  );
}

/** The names in a text, each once, as they were typed: words with a capital letter after a letter, such as BN or BatchNorm. */
export const namesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(run)].map(([word]) => word).filter((word) => /[a-z][A-Z]|[A-Z]{2}/.test(word))),
];

/** In small letters, and without apostrophes: "doesn't" and "doesnt" are one word. */
const spokenOf = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/['’]/gu, '');

/** Pairs of neighbouring characters; a single character stands for itself. */
const pairsOf = (piece: string): string[] => {
  const characters = [...piece];
  return characters.length === 1 ? characters : characters.slice(1).map((one, i) => `${characters[i]}${one}`);
};

const wordsOf = (piece: string): string[] =>
  (inFull.get(piece) ?? inFull.get(stemOf(piece)) ?? piece)
    .split(' ')
    .filter((word) => !commonWords.has(word))
    .map(stemOf);

/** A word without the ending that its other forms have: explode, explodes, exploding. */
const stemOf = (word: string): string => {
  const singular = word.length > 4 ? word.replace(/(?:ing|ed|(?<=s|x|z|ch|sh)es|(?<=[^s])s)$/, '') : word;
  return singular.length > 4 ? singular.replace(/e$/, '') : singular;
};
