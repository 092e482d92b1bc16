import { indent, numberText, statement } from '../python/lines';
import { afterLines, hasFrozen, readsBefore } from '../parts/around';
import { batchLoss, microBatches } from '../parts/batchLoss';
import { torchLibrary as torch } from '../parts/library';
import { epochOf, loopLines } from '../parts/loop';
import { readsTime } from '../parts/loss';
import { rateLines } from '../parts/rate';
import type { Section } from '../parts/section';
import type { Subject } from '../subject/subject';
import { callText, classFor, type SameRule } from './classes';
import { endingSection, problemSections } from './program';
import { writtenSections } from './written';
import { pytorchOptimizers } from './pytorchOptimizers';
import { schedulerLines } from './pytorchSchedules';

/** A run as a program for PyTorch, in sections. */
export function pytorchSections(subject: Subject, trace: boolean): Section[] {
  const found = classFor(pytorchOptimizers, subject);
  return 'differs' in found ? writtenSections(subject, torch, found.differs, trace) : withClass(subject, found, trace);
}

/** The usual training loop, with a class of torch.optim. */
function withClass(subject: Subject, found: SameRule, trace: boolean): Section[] {
  const { rule, schedule } = subject;
  const lr = numberText(rule.hyper.lr ?? Number.NaN);
  const scheduler = schedulerLines(subject);
  const rate = schedule && !scheduler ? rateLines(schedule, epochOf(subject)) : [];
  const update = [
    ...(rate.length > 0 ? ['optimizer.param_groups[0]["lr"] = rate_at(t - 1)'] : []),
    'optimizer.zero_grad()',
    ...backwardLines(subject),
    ...gradientChanges(subject),
    ...(readsBefore(subject) ? ['before = theta.detach().clone()'] : []),
    'optimizer.step()',
    ...afterStep(subject),
    ...(scheduler ? ['scheduler.step()'] : []),
  ];
  return [
    ...problemSections(subject, torch, (list) => `torch.tensor(${list}, dtype=torch.float64, requires_grad=True)`),
    ...(rate.length > 0 ? [{ title: 'The learning rate', lines: rate }] : []),
    {
      title: `The optimizer: ${subject.optimizer}`,
      lines: [...statement('optimizer = ', callText(found, `[theta], lr=${lr}`, rule)), ...(scheduler ?? [])],
    },
    { title: 'The run', lines: loopLines(subject, torch, { update, theta: 'theta' }) },
    endingSection(subject, torch, trace),
  ];
}

/** The loss of an update, and its gradient in `theta.grad`. */
function backwardLines({ loss, modifiers }: Subject): string[] {
  const sign = modifiers.maximize ? '-' : '';
  const noted = modifiers.maximize ? '  # maximized' : '';
  if (loss.kind === 'function')
    return [`loss = ${sign}loss_at(theta${readsTime(loss) ? ', t' : ''})${noted}`, 'loss.backward()'];
  const { loop, rows, factors } = microBatches(loss, torch);
  const lines = [
    `loss = ${sign}${batchLoss(loss, torch, { point: 'theta', rows, factors })}${noted}`,
    'loss.backward()',
  ];
  return loop === null ? lines : [loop, ...indent(lines)];
}

/** What modifiers do to `theta.grad`, in their order. */
function gradientChanges(subject: Subject): string[] {
  const { l2, clipValue, clipNorm, noise } = subject.modifiers;
  return [
    ...(l2 === undefined ? [] : [`theta.grad += ${numberText(l2)}*theta.detach()`]),
    ...(hasFrozen(subject) ? ['theta.grad[~free] = 0'] : []),
    ...(clipValue === undefined ? [] : [`torch.nn.utils.clip_grad_value_([theta], ${numberText(clipValue)})`]),
    ...(clipNorm === undefined ? [] : [`torch.nn.utils.clip_grad_norm_([theta], ${numberText(clipNorm)})`]),
    ...(noise ? [`theta.grad += ${numberText(noise.c)}/(1 + t)**${numberText(noise.gamma)}*noises[t - 1]`] : []),
  ];
}

function afterStep(subject: Subject): string[] {
  const after = afterLines(subject, torch, 'optimizer.param_groups[0]["lr"]');
  return after.length === 0 ? [] : ['with torch.no_grad():', ...indent(after.map((text) => `theta.copy_(${text})`))];
}
