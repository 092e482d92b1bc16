import { describe, expect, test } from 'vitest';
import { questions } from '..';
import { questionSearch } from './search';
import { colloquial } from './testing/colloquial';
import { conceptsOf } from './concepts';
import { contentOf } from './terms';

/** What people may type, in few words of their own and with their own slips; none of it stands in a question's file. */
const brief: readonly (readonly [typed: string, id: string])[] = [
  ['my loss is nan', 'why-nan'],
  ['loss went to infinty', 'why-nan'],
  ['training explods', 'why-nan'],
  ['模型训练突然 NaN 了', 'why-nan'],
  ['损失溢出是怎么回事', 'why-nan'],
  ['zigzaging path', 'is-a-zigzag-normal'],
  ['轨迹是之字形的', 'is-a-zigzag-normal'],
  ['osilating weights', 'does-it-oscillate'],
  ['参数一直在震荡', 'does-it-oscillate'],
  ['loss isnt decreasing at all', 'why-is-my-loss-flat'],
  ['vanishing gradiant', 'why-is-my-loss-flat'],
  ['loss 一直不下降', 'why-is-my-loss-flat'],
  ['progress stoped', 'why-does-training-stall'],
  ['训练到一半停滞', 'why-does-training-stall'],
  ['why is loss incresing in the first steps', 'why-does-the-loss-go-up-at-first'],
  ['一开始损失反而上升', 'why-does-the-loss-go-up-at-first'],
  ['results not reproducable', 'why-is-the-result-different-each-time'],
  ['结果无法复现', 'why-is-the-result-different-each-time'],
  ['fp32 rounding of tiny weight updates', 'float32-and-tiny-updates'],
  ['浮点精度丢失更新', 'float32-and-tiny-updates'],
  ['bf16 model plateaus', 'bfloat16-stops-improving'],
  ['bfloat16 训练到后面不动了', 'bfloat16-stops-improving'],
  ['what are master wieghts in mixed precision', 'what-is-a-master-copy'],
  ['混合精度训练里的主权重', 'what-is-a-master-copy'],
  ['should i train in fp16 or bf16', 'float16-or-bfloat16'],
  ['fp16 和 bf16 选哪个', 'float16-or-bfloat16'],
  ['waht lr should i start with', 'what-is-a-good-learning-rate'],
  ['choosing the learning rate', 'what-is-a-good-learning-rate'],
  ['学习率该怎么选', 'what-is-a-good-learning-rate'],
  ['learning rate finder steepest or lowest', 'how-to-read-a-learning-rate-finder'],
  ['lr range tset', 'how-to-read-a-learning-rate-finder'],
  ['学习率查找曲线最低点', 'how-to-read-a-learning-rate-finder'],
  ['edge of stabilty', 'what-is-the-stability-edge'],
  ['when does descent no longer converge', 'what-is-the-stability-edge'],
  ['which optimiser is best', 'is-adam-always-better'],
  ['最大的稳定学习率', 'what-is-the-stability-edge'],
  ['are smaller learning rates better', 'does-a-smaller-rate-find-a-better-minimum'],
  ['学习率越小越好吗', 'does-a-smaller-rate-find-a-better-minimum'],
  ['lr scaling for larger batch', 'how-should-the-rate-change-with-the-batch'],
  ['batch 翻倍学习率怎么办', 'how-should-the-rate-change-with-the-batch'],
  ['warming up lr', 'why-warm-up'],
  ['预热有必要吗', 'why-warm-up'],
  ['cosine anealing or steplr', 'cosine-or-step-decay'],
  ['余弦还是阶梯', 'cosine-or-step-decay'],
  ['reduce lr on platau patience', 'how-patient-on-a-plateau'],
  ['plateau scheduler patience value', 'how-patient-on-a-plateau'],
  ['patience 取多少合适', 'how-patient-on-a-plateau'],
  ['clip grads norm', 'what-does-clipping-by-norm-do'],
  ['梯度爆炸要裁剪吗', 'what-does-clipping-by-norm-do'],
  ['cliping by value direction', 'does-clipping-by-value-turn-the-gradient'],
  ['按值裁剪方向变了吗', 'does-clipping-by-value-turn-the-gradient'],
  ['purpose of momentun', 'what-momentum-does'],
  ['动量到底干什么用', 'what-momentum-does'],
  ['reduce lr when adding momentum', 'is-the-rate-the-same-with-momentum'],
  ['adam or sgd better', 'is-adam-always-better'],
  ['fair comparison of optimizers', 'how-to-compare-optimizers-fairly'],
  ['怎么公平比较两个优化器', 'how-to-compare-optimizers-fairly'],
  ['Adam 和 SGD 选哪个', 'is-adam-always-better'],
  ['adam bais corection', 'what-is-bias-correction'],
  ['Adam 的偏差怎么修正', 'what-is-bias-correction'],
  ['eps in adam', 'what-does-epsilon-do'],
  ['epsilon inside sqrt', 'epsilon-inside-or-outside-the-root'],
  ['ε 根号内外', 'epsilon-inside-or-outside-the-root'],
  ['adagrad versus rmsprop', 'rmsprop-or-adagrad'],
  ['Adam 需要衰减学习率吗', 'does-adam-need-a-schedule'],
  ['adam suddenly spikes after thousands of steps', 'why-does-adam-blow-up-late'],
  ['Adam 后期损失尖峰', 'why-does-adam-blow-up-late'],
  ['adam not converging counterexample', 'why-amsgrad'],
  ['diference epoch iteration', 'epoch-batch-iteration'],
  ['一轮有几次迭代', 'epoch-batch-iteration'],
  ['whole dataset or minibatches', 'full-batch-or-mini-batch'],
  ['小批量还是全部数据', 'full-batch-or-mini-batch'],
  ['batch size and gradient variance', 'what-does-batch-size-do-to-noise'],
  ['批量大小和梯度噪声', 'what-does-batch-size-do-to-noise'],
  ['shuffeling the dataset', 'shuffle-or-not'],
  ['样本要不要每轮打乱', 'shuffle-or-not'],
  ['accumulate gradients divide loss', 'divide-by-n-when-accumulating'],
  ['累积梯度除以几', 'divide-by-n-when-accumulating'],
  ['last micro batch smaller', 'unequal-micro-batches'],
  ['condition numer', 'what-is-the-condition-number'],
  ['条件数是啥', 'what-is-the-condition-number'],
  ['normalise my features', 'why-scale-features'],
  ['特征为什么要归一化', 'why-scale-features'],
  ['path not straight', 'why-not-straight-to-the-minimum'],
  ['saddel point', 'saddle-or-minimum'],
  ['怎么判断鞍点', 'saddle-or-minimum'],
  ['local minima stuck', 'local-or-global-minimum'],
  ['陷在局部最优里', 'local-or-global-minimum'],
  ['how do i know its converged', 'has-it-converged'],
  ['newtons method instead', 'why-not-newton'],
  ['海森矩阵二阶方法', 'why-not-newton'],
  ['initialising weights to 0 zero', 'why-not-zero-weights'],
  ['权重全零初始化', 'why-not-zero-weights'],
  ['train loss lower than val loss', 'training-loss-below-validation'],
  ['overfiting', 'training-loss-below-validation'],
  ['validation loss is lower than train', 'training-loss-above-validation'],
  ['验证损失反而更低', 'training-loss-above-validation'],
  ['weight decay = lambda?', 'is-weight-decay-lambda'],
  ['adamw or adam + l2', 'adam-with-l2-or-adamw'],
  ['AdamW 与 Adam 的区别', 'adam-with-l2-or-adamw'],
  ['adamw decay times lr', 'does-adamw-couple-rate-and-decay'],
  ['pytorch momentum textbook formula', 'torch-momentum-or-the-textbooks'],
  ['课本的动量公式', 'torch-momentum-or-the-textbooks'],
  ['dampning', 'what-is-dampening'],
  ['nestrov pytorch', 'is-nesterov-in-torch-different'],
  ['keras gives other results than torch', 'why-do-keras-and-pytorch-differ'],
  ['lr scheduler before optimizer step', 'scheduler-before-the-optimizer'],
  ['continue from checkpoint without optimizer', 'resuming-without-the-optimizers-state'],
  ['断点续训没存优化器', 'resuming-without-the-optimizers-state'],
];

const phrasings = [...brief, ...colloquial];

const textsOf = ({ question, wordings, answer }: (typeof questions)[number]): string =>
  [question.en, question.zh, answer.en, answer.zh, ...wordings.en, ...wordings.zh].join('\n').toLowerCase();

describe('the search for questions', () => {
  const search = questionSearch();

  test('the phrasings are many, and none stands in a file', () => {
    expect(brief.length).toBeGreaterThanOrEqual(60);
    const inChinese = colloquial.filter(([typed]) => /\p{Script=Han}/u.test(typed)).length;
    expect(Math.min(inChinese, colloquial.length - inChinese)).toBeGreaterThanOrEqual(30);
    const all = questions.map(textsOf).join('\n');
    for (const [typed] of phrasings) expect(all).not.toContain(typed.toLowerCase());
  });

  test('every question is looked for', () => {
    const asked = new Set(phrasings.map(([, id]) => id));
    expect(questions.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
  });

  test.each(phrasings)('%s', (typed, id) => {
    const found = search(typed);
    expect(found.isGuess).toBe(false);
    expect(found.questions.slice(0, 3).map((one) => one.id)).toContain(id);
  });

  test.each(questions.flatMap(({ id, question }) => [question.en, question.zh].map((text) => [text, id] as const)))(
    'finds itself first: %s',
    (text, id) => {
      expect(search(text).questions[0]?.id).toBe(id);
    },
  );

  test.each([
    ['moment', 'what-momentum-does'],
    ['ams', 'why-amsgrad'],
    ['鞍', 'saddle-or-minimum'],
  ])('finds a half typed word: %s', (typed, id) => {
    expect(search(typed).questions.map((one) => one.id)).toContain(id);
  });

  test('names what no question is about, and leaves out what hardly matches', () => {
    expect(search('GNN层为什么能用大学习率(GraphNet)').missing).toEqual(['GNN', 'GraphNet']);
    expect(search('is SGD with a big learning rate like NaN and AdamW').missing).toEqual([]);
    expect(search('why do we need warmup at the start of training').questions.length).toBeLessThan(6);
  });

  test('says when nothing matches, and offers what is nearest', () => {
    const near = search('zzigzzagg');
    expect(near.isGuess).toBe(true);
    expect(near.questions[0]?.id).toBe('is-a-zigzag-normal');
    for (const nonsense of ['qqqqqqqq', 'asdfgh', 'jkl jkl', '哈哈哈'])
      expect(search(nonsense)).toEqual({ questions: [], missing: [], isGuess: true });
    expect(search('?!').questions).toEqual([]);
  });
});

describe('the words of a text', () => {
  test.each([
    ['Why does it explode?', ['explod']],
    ["torch's weight_decay", ['torch', 'weight', 'decay']],
    ['学习率', ['学习', '习率']],
    ['为什么损失是 NaN？', ['损失', 'nan']],
    ['lr 与 ε', ['learn', 'rate', 'epsilon']],
    ['What now? It doesn’t do anything anymore', []],
    ['到底是咋回事啊', []],
    ['rates, losses, updates', ['rate', 'loss', 'updat']],
  ])('%s', (text, terms) => {
    expect(contentOf(text)).toEqual(terms);
  });
});

describe('the concepts of a text', () => {
  test.each([
    ['it gets bigger and bigger', ['~diverge']],
    ['it gets smaller and smaller', ['~small']],
    ['直接飞了', ['~diverge']],
    ['跳来跳去', ['~oscillate']],
    ['η', ['~rate']],
    ['the colour of the page', []],
  ])('%s', (text, concepts) => {
    expect(conceptsOf(text)).toEqual(concepts);
  });
});
