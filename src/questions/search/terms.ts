/* How a text becomes the terms that the search compares: words in Latin letters, pairs of characters in Chinese. */

/** English words that every question may have. */
const commonWords = new Set(
  (
    'a an and any are as at be been but by can could did do does doing for from get gets had has have how i if in into is it its ' +
    'just like me my not of on one or our s should so some t than that the their them then there these they this to up ' +
    'us use using was we were what when where which why will with would you your'
  ).split(' '),
);

/** Chinese words of the same kind; without them, pairs would run across them. */
const commonCharacters =
  /为什么|为何|什么|怎么样|怎么办|怎么|怎样|如何|是不是|会不会|能不能|可不可以|要不要|应该|到底|究竟|可以|需要|一个|我的|的|了|吗|呢|吧|是|会|我|就|在|也|都|还|很|和|与|有|把|被|对|让/gu;

/** What people write short, in full. */
const inFull: ReadonlyMap<string, string> = new Map([
  ['lr', 'learning rate'],
  ['eta', 'learning rate'],
  ['η', 'learning rate'],
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

/** The terms of a text, in order. */
export function termsOf(text: string): string[] {
  const spoken = text.normalize('NFKC').toLowerCase().replace(commonCharacters, ' ');
  return [...spoken.matchAll(run)].flatMap(([piece]) =>
    /\p{Script=Han}/u.test(piece) ? pairsOf(piece) : wordsOf(piece),
  );
}

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
const stemOf = (word: string): string => (word.length > 4 ? word.replace(/(?:ing|ed|es|s|e)$/, '') : word);
