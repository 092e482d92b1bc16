/** The page's generator of random numbers: Python's own is a Mersenne twister too, seeded otherwise. */
export const streamLines = [
  'def stream(seed):',
  '    """Uniform numbers on [0, 1) from the page\'s generator, a Mersenne twister."""',
  '    state = [seed]',
  '    for i in range(1, 624):',
  '        state.append((1812433253*(state[-1] ^ state[-1] >> 30) + i) % 2**32)',
  '    twister = random.Random()',
  '    twister.setstate((3, (*state, 624), None))',
  '',
  '    def uniform():',
  '        first, second = twister.getrandbits(32), twister.getrandbits(32)',
  '        return first % 2**26*2**-26 + second % 2**27*2**-53',
  '',
  '    return uniform',
];

export const normalLines = [
  'def normal_numbers(uniform):',
  '    """Standard normal numbers, two at a time, by the polar method."""',
  '    spare = []',
  '',
  '    def normal():',
  '        if spare:',
  '            return spare.pop()',
  '        while True:',
  '            x, y = uniform()*2 - 1, uniform()*2 - 1',
  '            r = x*x + y*y',
  '            if 0 < r <= 1:',
  '                break',
  '        scale = math.sqrt(-2*math.log(r)/r)',
  '        spare.append(x*scale)',
  '        return y*scale',
  '',
  '    return normal',
];

export const shuffledLines = [
  'def shuffled(items, uniform):',
  '    items = list(items)',
  '    for last in range(len(items) - 1, -1, -1):',
  '        i = int(uniform()*(last + 1))',
  '        items[last], items[i] = items[i], items[last]',
  '    return items',
];
