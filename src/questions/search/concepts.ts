/*
 * What people mean, whichever words and language they choose. A text that says one of these things in any of these ways
 * has the concept as one more term, beside its words.
 */

interface Ways {
  readonly en: RegExp;
  readonly zh: RegExp;
}

/** In lower case, without apostrophes. */
const concepts: Readonly<Record<string, Ways>> = {
  diverge: {
    en: /\bdiverg\w*|\bexplo[ds]\w*|\bbl(?:ow|ew|own|ows|owing)(?: \w+)? up\b|\b(?!smaller|lower|slower)(\w+er|worse) and \1\b|\b(?:shoot|shot|fl(?:y|ies|ew|ying)|runs?|goes|took)(?:s|ing)? (?:off|away|out|crazy|through)\b|\bkeeps? (?:on )?(?:growing|increasing|rising|climbing|going up)\b|\bgrow(?:s|ing)?\b|\bskyrocket\w*|\bnot converg\w*/,
    zh: /越来越[大高]|飞[了走掉出]|直接飞|起飞|[爆炸]了|爆炸|爆掉|崩[了掉]|发散|不降反[升涨]|往?上[涨蹿]|直线上升|一直[涨变]大?|不收敛|收敛不了/,
  },
  oscillate: {
    en: /\boscill\w*|\bback and forth\b|\bup and down\b|\bleft and right\b|\bjump\w* (?:around|about|left|back)\b|\bwobbl\w*|\bswing\w*|\bring(?:s|ing)\b/,
    zh: /[震振]荡|上下跳|跳来跳去|来回|忽[上大高]忽[下小低]|上蹿下跳|抖|摆动|横跳|[左右]跳|晃/,
  },
  flat: {
    en: /\bflat\b|\b(?:not|never|doesnt|dont|isnt|wont|didnt|without) (?:go(?:es|ing)? down|decreas\w*|drop\w*|chang\w*|mov\w*|learn\w*|fall\w*)|\bstays?(?: \w+)? (?:the same|where)\b|\bnothing happens\b|\bsits? there\b|\bstuck (?:from|at the beginning)\b/,
    zh: /不掉|不降(?!反)|不下降|[降掉]不下[去来]|不动|[没不]变化|学不动|没反应|卡[住在]/,
  },
  stall: {
    en: /\bstall\w*|\bstagnat\w*|\bstuck\b|\bno (?:more )?progress\b|\bstop(?:s|ped)? (?:improving|decreasing|learning)\b/,
    zh: /卡[住在]|停滞|降不动|不再|就不降了|到一半/,
  },
  batch: {
    en: /\bbatch ?siz\w*|\b(?:big|bigger|large|larger|small|how (?:big|large)) (?:\w+ )?batch\w*|\bbatch of \d+|\b(?:at once|per step|per update|at a time)\b/,
    zh: /batch ?size|批量?大小|批次大小|小批量|一次[取喂放用]\S{0,4}多少|多少个?样本/,
  },
  schedule: {
    en: /\bschedul\w*|\bover time\b|\bwith time\b|\blater (?:in|on)\b|\bturn\w* (?:\w+ ){0,3}down\b|\bduring training\b|\b(?:lower|reduce|decay|decrease|drop) the (?:learning )?rate\b|\blearning rate decay\b/,
    zh: /中途|改小|降下来|[降减]低?小?学习率|学习率衰减|衰减学习率|调度|后期|逐渐[变减]小|一直不变/,
  },
  weightdecay: {
    en: /\bweight_? ?decay\b|\bwd\b|\bshrink\w* (?:\w+ )?weights\b|\bweights get so? ?small\b/,
    zh: /权重衰减|正则化|往零拉|权重变小/,
  },
  momentum: { en: /\bmomentum\b|\bmu\b|μ/, zh: /动量|惯性/ },
  rate: { en: /\blearning rates?\b|\blr\b|\beta\b|η|\bstep ?sizes?\b|\bmy steps\b/, zh: /学习率|步长|学习速率/ },
  large: { en: /\btoo (?:big|large|high|much)\b/, zh: /[太过][大高]/ },
  small: { en: /\bsmaller\b|\btiny\b|\blower\b/, zh: /越小|小一点|小一些|太小|[改调变减]小/ },
  limit: {
    en: /\bhow fast\b|\blargest\b|\bmaximum\b|\bhighest\b|\blimits?\b|\bcritical\b/,
    zh: /最[大高]|上限|极限|临界/,
  },
  choose: {
    en: /\b(?:how|what|which)\b(?: \w+){0,2} (?:big|large|small|high|value|number|rate|lr|size)\b|\bchoos\w*|\bpick\w*|\bbest (?:\w+ )?(?:rate|lr|batch|value)\b/,
    zh: /[设填取选开用][成到为]?多[少大]|怎么选|[设取]多/,
  },
  scale: {
    en: /\bfeature scaling\b|\bscale the\b|\bnormali[sz]\w*|\bstandardi[sz]\w*|\bsame range\b|\bin thousands\b|\bcolumns?\b|\bunits\b|\bhuge\b/,
    zh: /标准化|归一化|缩放|量纲|一列|数值?特别大|数值差|范围不[同一]/,
  },
  repeat: {
    en: /\b(?:diff?erent|other|not the same) (?:results?|numbers|answers?|every time)\b|\breproduc\w*|\bseed\b/,
    zh: /(?:结果|出来)\S{0,4}不(?:一样|同)|复现|种子/,
  },
  unseen: {
    en: /\bnew data\b|\bunseen\b|\btest (?:set|data)\b|\bvalidation\b|\boverfit\w*|\bgenerali[sz]\w*/,
    zh: /新数据|测试集|验证集|过拟合|泛化/,
  },
  pit: { en: /\bholes?\b|\bpits?\b|\blocal minim\w*|\blocal optim\w*/, zh: /坑|局部/ },
  done: { en: /\bconverged\b|\bfinished\b|\bstop training\b|\bdone\b/, zh: /训练好|训好|可以停|什么时候停|收敛判据/ },
  meaning: {
    en: /\bwhat (?:is|are|does)(?: (?:a|an|the|that|word|words))*(?: \w+)?(?: (?:mean|stand for)|\??$)|\bmeaning\b|\bstands? for\b/,
    zh: /是什么|是个?啥|什么意思|啥意思|缩写|含义/,
  },
  initial: { en: /\binitiali[sz]\w*|\bto zero\b|\bto 0\b/, zh: /初始化|设成0|设为0/ },
};

/** Marks a concept among terms, so that no word is taken for one. */
export const CONCEPT = '~';

/** The concepts of a text. */
export const conceptsOf = (spoken: string): string[] =>
  Object.entries(concepts).flatMap(([name, { en, zh }]) =>
    en.test(spoken) || zh.test(spoken) ? [`${CONCEPT}${name}`] : [],
  );
