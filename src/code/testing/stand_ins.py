"""Stand-ins for JAX, optax, TensorFlow and Keras, on torch: not the libraries, but what the programs call of them.

Array functions and gradients are torch's. The rules are written from the libraries' documentation, so a program that runs
here shows that its text is sound and that the rule it asks for is the page's, as far as that documentation goes.
"""
import math
import sys
import types

import torch


def module(name, **members):
    made = types.ModuleType(name)
    vars(made).update(members)
    sys.modules[name] = made
    return made


def tensor(value, dtype=None):
    if isinstance(value, torch.Tensor):
        return value if dtype is None else value.to(dtype)
    if isinstance(value, float) and dtype is None:
        dtype = torch.float64
    return torch.tensor(value, dtype=dtype)


def on_tensors(function):
    """The function with its numbers made tensors, as array libraries do; in float16 through float32, as torch lacks some."""

    def call(*args):
        types = [x.dtype for x in args if isinstance(x, torch.Tensor) and x.is_floating_point()]
        like = types[0] if types else torch.float64
        tensors = [x if isinstance(x, torch.Tensor) else torch.tensor(x, dtype=like) for x in args]
        if like is not torch.float16:
            return function(*tensors)
        return function(*(x.float() if x.is_floating_point() else x for x in tensors)).half()

    return call


def clip(x, low, high):
    return torch.minimum(torch.maximum(*map(tensor_of, (x, low))), tensor_of(high))


def tensor_of(x):
    return x if isinstance(x, torch.Tensor) else torch.tensor(x, dtype=torch.float64)


def cube_root(x):
    return torch.sign(x) * torch.abs(x) ** (1 / 3)


torch.Tensor.astype = lambda self, dtype: self.to(dtype)
torch.Tensor.assign = lambda self, value: self.copy_(value)

same_names = "abs sign sqrt exp log log1p expm1 sin cos tan tanh floor sinh cosh log2 log10 round maximum minimum where".split()
long_names = {"arc" + name[1:]: name for name in "asin acos atan asinh acosh atanh".split()}
functions = {name: on_tensors(getattr(torch, name)) for name in same_names}
functions.update({long: on_tensors(getattr(torch, short)) for long, short in long_names.items()})
functions.update(clip=clip, mod=on_tensors(torch.remainder), cbrt=on_tensors(cube_root))
likes = dict(zeros_like=torch.zeros_like, full_like=torch.full_like)


# JAX


def grad(function):
    def slope(point, *args):
        if point.requires_grad:  # inside of another derivative
            return torch.autograd.grad(function(point, *args), point, create_graph=True)[0]
        point = point.detach().clone().requires_grad_()
        function(point, *args).backward()
        return point.grad

    return slope


def jvp(function, points, directions):
    # Only of gradients, which are symmetric: the product from the left is the one from the right.
    for point, direction in zip(points, directions):
        if point.dtype != direction.dtype:
            raise TypeError("primal and tangent arguments to jax.jvp do not have the same types")
    return None, torch.autograd.functional.vjp(function, *points, *directions)[1]


def hessian(function):
    return lambda point: torch.autograd.functional.hessian(function, point)


def solve(a, b):
    # JAX gives no numbers where torch refuses a singular matrix.
    try:
        return torch.linalg.solve(a, b)
    except torch.linalg.LinAlgError:
        return torch.full_like(b, math.nan)


softplus = on_tensors(lambda x: torch.logaddexp(x, torch.zeros_like(x)))
jnp = module(
    "jax.numpy",
    array=tensor,
    asarray=tensor,
    float16=torch.float16,
    bfloat16=torch.bfloat16,
    float32=torch.float32,
    float64=torch.float64,
    tile=torch.tile,
    linalg=types.SimpleNamespace(norm=torch.linalg.norm, eigh=torch.linalg.eigh, qr=torch.linalg.qr, solve=solve),
    diagonal=torch.diagonal,
    dot=on_tensors(torch.dot),
    mean=torch.mean,
    sum=torch.sum,
    concatenate=torch.cat,
    eye=lambda size, dtype: torch.eye(size).to(dtype),
    stack=torch.stack,
    **functions,
    **likes,
)
jax = module(
    "jax",
    numpy=jnp,
    jit=lambda function: function,
    grad=grad,
    hessian=hessian,
    jvp=jvp,
    config=types.SimpleNamespace(update=lambda name, value: None),
    nn=types.SimpleNamespace(sigmoid=on_tensors(torch.sigmoid), relu=on_tensors(torch.relu), softplus=softplus),
    scipy=types.SimpleNamespace(special=types.SimpleNamespace(erf=on_tensors(torch.erf))),
)


# optax: https://optax.readthedocs.io/en/latest/api/transformations.html


class Transform:
    """A transformation with a state: `step(g, state, params)` gives the update and the next state."""

    def __init__(self, begin, step):
        self.init, self.update = begin, step


def stateless(function):
    return Transform(lambda params: None, lambda g, state, params: (function(g, params), None))


def chain(*parts):
    def step(g, states, params):
        following = []
        for part, state in zip(parts, states):
            g, state = part.update(g, state, params)
            following.append(state)
        return g, following

    return Transform(lambda params: [part.init(params) for part in parts], step)


def scale_by_learning_rate(rate):
    def step(g, count, params):
        return -(rate(tensor(count)) if callable(rate) else rate) * g, count + 1

    return Transform(lambda params: 0, step)


def trace(decay, nesterov=False):
    def step(g, t, params):
        t = g + decay * t
        return (g + decay * t if nesterov else t), t

    return Transform(torch.zeros_like, step)


def ema(decay, debias=True):
    assert not debias

    def step(g, average, params):
        average = (1 - decay) * g + decay * average
        return average, average

    return Transform(torch.zeros_like, step)


def add_decayed_weights(weight_decay):
    return stateless(lambda g, params: g + weight_decay * params)


def scale_by_rms(decay=0.9, eps=1e-8, eps_in_sqrt=True, centered=False):
    def step(g, state, params):
        mu, nu = state
        mu, nu = (1 - decay) * g + decay * mu, (1 - decay) * g**2 + decay * nu
        variance = nu - mu**2 if centered else nu
        return g / (torch.sqrt(variance + eps) if eps_in_sqrt else torch.sqrt(variance) + eps), (mu, nu)

    return Transform(lambda params: (torch.zeros_like(params), torch.zeros_like(params)), step)


def scale_by_adam(b1, b2, eps, eps_root, infinite=False):
    def step(g, state, params):
        count, mu, nu = state
        count, mu = count + 1, (1 - b1) * g + b1 * mu
        nu = torch.maximum(torch.abs(g) + eps, b2 * nu) if infinite else (1 - b2) * g**2 + b2 * nu
        corrected = mu / tensor_of(1 - b1**count)
        below = nu if infinite else torch.sqrt(nu / tensor_of(1 - b2**count) + eps_root) + eps
        return corrected / below, (count, mu, nu)

    return Transform(lambda params: (0, torch.zeros_like(params), torch.zeros_like(params)), step)


def scale_by_lion(b1, b2):
    def step(g, mu, params):
        return torch.sign((1 - b1) * g + b1 * mu), (1 - b2) * g + b2 * mu

    return Transform(torch.zeros_like, step)


def scale_by_adadelta(rho, eps):
    def step(g, state, params):
        squares, steps = state
        squares = (1 - rho) * g**2 + rho * squares
        change = torch.sqrt(steps + eps) / torch.sqrt(squares + eps) * g
        return change, (squares, (1 - rho) * change**2 + rho * steps)

    return Transform(lambda params: (torch.zeros_like(params), torch.zeros_like(params)), step)


def with_momentum(scaled, rate, momentum):
    return chain(scaled, scale_by_learning_rate(rate), *([] if momentum is None else [trace(momentum)]))


def sgd(rate, momentum=None, nesterov=False):
    return chain(*([] if momentum is None else [trace(momentum, nesterov)]), scale_by_learning_rate(rate))


def adam(rate, b1=0.9, b2=0.999, eps=1e-8, eps_root=0.0):
    return chain(scale_by_adam(b1, b2, eps, eps_root), scale_by_learning_rate(rate))


def adamw(rate, b1=0.9, b2=0.999, eps=1e-8, eps_root=0.0, weight_decay=1e-4):
    return chain(scale_by_adam(b1, b2, eps, eps_root), add_decayed_weights(weight_decay), scale_by_learning_rate(rate))


def adamax(rate, b1=0.9, b2=0.999, eps=1e-8):
    return chain(scale_by_adam(b1, b2, eps, 0.0, infinite=True), scale_by_learning_rate(rate))


def adadelta(rate, rho=0.9, eps=1e-6, weight_decay=0.0):
    return chain(add_decayed_weights(weight_decay), scale_by_adadelta(rho, eps), scale_by_learning_rate(rate))


def lion(rate, b1=0.9, b2=0.99, weight_decay=1e-3):
    return chain(scale_by_lion(b1, b2), add_decayed_weights(weight_decay), scale_by_learning_rate(rate))


def rmsprop(rate, decay=0.9, eps=1e-8, centered=False, momentum=None):
    return with_momentum(scale_by_rms(decay, eps, True, centered), rate, momentum)


def polynomial_schedule(first, last, power, steps):
    return lambda count: (first - last) * (1 - clip(count, 0, steps) / steps) ** power + last


def piecewise_constant_schedule(first, scales):
    def rate(count):
        value = first
        for boundary, scale in scales.items():
            value = value * (scale if count >= boundary else 1)
        return value

    return rate


def exponential_decay(first, steps, rate, staircase=False):
    return lambda count: first * rate ** (count // steps if staircase else count / steps)


def cosine_decay_schedule(first, steps, alpha=0.0):
    return lambda count: first * ((1 - alpha) * 0.5 * (1 + math.cos(math.pi * min(int(count), steps) / steps)) + alpha)


def join_schedules(schedules, boundaries):
    first, second = schedules
    return lambda count: first(count) if count < boundaries[0] else second(count - boundaries[0])


module(
    "optax",
    apply_updates=lambda params, updates: params + updates,
    scale_by_stddev=lambda **settings: scale_by_rms(**settings, centered=True),
    constant_schedule=lambda value: lambda count: value,
    linear_schedule=lambda first, last, steps: polynomial_schedule(first, last, 1, steps),
    **{
        made.__name__: made
        for made in (
            chain, scale_by_learning_rate, trace, ema, add_decayed_weights, scale_by_rms, sgd, adam, adamw, adamax,
            adadelta, lion, rmsprop, polynomial_schedule, piecewise_constant_schedule, exponential_decay,
            cosine_decay_schedule, join_schedules,
        )
    },
)


# TensorFlow and Keras: https://keras.io/api/optimizers/


class GradientTape:
    open_tapes = 0

    def __enter__(self):
        GradientTape.open_tapes += 1
        return self

    def __exit__(self, *error):
        GradientTape.open_tapes -= 1

    def watch(self, point):
        point.requires_grad_(True)

    def gradient(self, target, point, unconnected_gradients=None):
        slope = self.slope(target, point, unconnected_gradients)
        self.end(point)
        return slope

    def jacobian(self, target, point, unconnected_gradients=None):
        rows = [self.slope(component, point, unconnected_gradients) for component in target]
        self.end(point)
        return torch.stack(rows)

    def slope(self, target, point, unconnected_gradients):
        if unconnected_gradients == "zero" and not target.requires_grad:
            return torch.zeros_like(point)
        inside = GradientTape.open_tapes > 0
        (slope,) = torch.autograd.grad(target, point, create_graph=inside, retain_graph=True, allow_unused=True)
        return torch.zeros_like(point) if slope is None and unconnected_gradients == "zero" else slope

    def end(self, point):
        if GradientTape.open_tapes == 0:
            point.requires_grad_(False)


module("tensorflow", GradientTape=GradientTape, UnconnectedGradients=types.SimpleNamespace(ZERO="zero"),
       errors=types.SimpleNamespace(InvalidArgumentError=RuntimeError))


class Optimizer:
    def __init__(self, learning_rate, weight_decay=0.0):
        self.learning_rate, self.decay, self.count, self.kept = learning_rate, weight_decay, 0, {}

    def state(self, name, params):
        return self.kept.setdefault(name, torch.zeros_like(params))

    def apply(self, gradients, variables):
        (g,), (params,) = gradients, variables
        rate = self.learning_rate(self.count) if callable(self.learning_rate) else self.learning_rate
        params.sub_(params * self.decay * rate)
        self.step(g, params, rate)
        self.count += 1


class SGD(Optimizer):
    def __init__(self, learning_rate, momentum=0.0, nesterov=False):
        super().__init__(learning_rate)
        self.momentum, self.nesterov = momentum, nesterov

    def step(self, g, params, rate):
        velocity = self.state("velocity", params)
        velocity.mul_(self.momentum).sub_(rate * g)
        params.add_(self.momentum * velocity - rate * g if self.nesterov else velocity)


class RMSprop(Optimizer):
    def __init__(self, learning_rate, rho=0.9, momentum=0.0, epsilon=1e-7, centered=False):
        super().__init__(learning_rate)
        self.rho, self.momentum, self.epsilon, self.centered = rho, momentum, epsilon, centered

    def step(self, g, params, rate):
        square, average, moved = (self.state(name, params) for name in ("square", "average", "moved"))
        square.mul_(self.rho).add_((1 - self.rho) * g**2)
        average.mul_(self.rho).add_((1 - self.rho) * g)
        below = square - average**2 if self.centered else square
        moved.mul_(self.momentum).add_(rate * g / torch.sqrt(below + self.epsilon))
        params.sub_(moved)


class Adadelta(Optimizer):
    def __init__(self, learning_rate, rho=0.95, epsilon=1e-7):
        super().__init__(learning_rate)
        self.rho, self.epsilon = rho, epsilon

    def step(self, g, params, rate):
        square, steps = self.state("square", params), self.state("steps", params)
        square.mul_(self.rho).add_((1 - self.rho) * g**2)
        change = torch.sqrt(steps + self.epsilon) * g / torch.sqrt(square + self.epsilon)
        steps.mul_(self.rho).add_((1 - self.rho) * change**2)
        params.sub_(rate * change)


class Lion(Optimizer):
    def __init__(self, learning_rate, beta_1=0.9, beta_2=0.99, weight_decay=0.0):
        super().__init__(learning_rate, weight_decay)
        self.beta_1, self.beta_2 = beta_1, beta_2

    def step(self, g, params, rate):
        average = self.state("average", params)
        params.sub_(rate * torch.sign(self.beta_1 * average + (1 - self.beta_1) * g))
        average.mul_(self.beta_2).add_((1 - self.beta_2) * g)


def inverse_time_decay(rate, decay_steps, decay_rate):
    return lambda count: rate / (1 + decay_rate * count / decay_steps)


def polynomial_decay(rate, decay_steps, end_learning_rate, power):
    return lambda count: (rate - end_learning_rate) * (1 - min(count, decay_steps) / decay_steps) ** power + end_learning_rate


schedules = types.SimpleNamespace(
    ExponentialDecay=exponential_decay,
    InverseTimeDecay=inverse_time_decay,
    PolynomialDecay=polynomial_decay,
    CosineDecay=cosine_decay_schedule,
)


def dtype_of(name):
    return getattr(torch, name) if isinstance(name, str) else name


ops = types.SimpleNamespace(
    convert_to_tensor=lambda value, dtype=None: tensor(value, dtype_of(dtype)),
    convert_to_numpy=lambda value: value.detach().numpy(),
    unstack=lambda value, axis=0: torch.unbind(value, axis),
    take=lambda value, indices, axis: value[torch.tensor(indices)],
    eigh=torch.linalg.eigh,
    qr=torch.linalg.qr,
    solve=torch.linalg.solve,
    concatenate=torch.cat,
    reshape=torch.reshape,
    stack=torch.stack,
    transpose=lambda value: value.T,
    eye=lambda size, dtype: torch.eye(size).to(dtype_of(dtype)),
    mean=lambda value, axis=None: value.mean() if axis is None else value.mean(axis),
    sum=lambda value, axis=None: value.sum() if axis is None else value.sum(axis),
    tile=torch.tile,
    norm=torch.linalg.norm,
    dot=on_tensors(torch.dot),
    diagonal=torch.diagonal,
    copy=torch.clone,
    stop_gradient=torch.Tensor.detach,
    cast=lambda value, dtype: tensor_of(value).to(dtype_of(dtype)),
    sigmoid=on_tensors(torch.sigmoid),
    relu=on_tensors(torch.relu),
    softplus=softplus,
    erf=on_tensors(torch.erf),
    **functions,
    **likes,
)
module(
    "keras",
    ops=ops,
    Variable=lambda value, dtype: torch.tensor(value, dtype=getattr(torch, dtype)),
    config=types.SimpleNamespace(set_floatx=lambda name: None),
    optimizers=types.SimpleNamespace(SGD=SGD, RMSprop=RMSprop, Adadelta=Adadelta, Lion=Lion, schedules=schedules),
)
