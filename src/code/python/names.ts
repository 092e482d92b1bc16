/** Words that Python keeps for itself, and names that the printed programs use. */
const taken: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda match nonlocal not or pass raise return try while with yield ' +
    'abs all any enumerate float int len list map max min print range round str sum tuple zip ' +
    'ctypes json math random torch jax jnp optax keras ops tf plt ' +
    'theta t rows losses samples factors batch batches group gradient rate_at loss_at objective_at sample_losses ' +
    'training_losses update_loss number float32 updates epochs epoch size accumulate noise free before order stream normal_numbers ' +
    'uniform normal shuffled mean optimizer scheduler state rate start point points p masks low high held ' +
    'on_tensors newton_schulz power row_count column_count SQUARE MATRICES LAYERS'
  ).split(' '),
);

/** `weight_decay` for `weightDecay`, as Python writes names. */
const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The name that a hyperparameter, a state or a line of a rule has in Python. */
export const ruleName = (name: string): string => {
  const plain = snakeCase(name);
  return taken.has(plain) ? `${plain}_` : plain;
};

/** The name that a parameter, constant or column has in Python; it keeps its capitals, because `X` and `x` may both be there. */
export const lossName = (name: string): string => (taken.has(name) ? `${name}_` : name);
