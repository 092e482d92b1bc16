import { expect } from 'vitest';
import { complaintCodes, type Complaint } from '../experiment/core/complaints';
import { sentence } from '../experiment/core/sentences';
import { limits } from '../experiment/core/limits';
import type { Verdict } from './door';

type Values = Readonly<Record<string, string | number>>;

/** Holds the fault of a file to having every value that its sentence needs, none of them empty or no number. */
export function expectValues(needed: readonly string[], values: Values): void {
  for (const name of needed) expect(values[name], name).toSatisfy(isSaid);
}

const isSaid = (value: unknown): boolean =>
  typeof value === 'string' ? value !== '' : typeof value === 'number' && Number.isFinite(value);

/** Holds complaints about a link, JSON or a playlist to being few and short, with every value that their sentences need. @returns the code of the first */
export function verdictOf(complaints: readonly Complaint[]): Verdict {
  expect(complaints.length).toBeLessThanOrEqual(limits.complaints);
  for (const complaint of complaints) {
    const { code, field, value, allowed } = complaint;
    expectValues(complaintCodes[code], allowed);
    expectValues(['field', 'value'], { field, value });
    expect(sentence(complaint).length).toBeLessThan(4000);
  }
  return complaints[0]?.code ?? 'taken';
}

/** Holds the place of a fault to being in the text, and its words to having all of their values. */
export function expectPlace(text: string, { at, length, message }: Place): void {
  expect(at).toBeGreaterThanOrEqual(0);
  expect(length).toBeGreaterThanOrEqual(0);
  // One character behind the end is the place of what is missing there.
  expect(at + length).toBeLessThanOrEqual(text.length + 1);
  expect(message).not.toMatch(/\bundefined\b|\bNaN\b/);
}

interface Place {
  readonly at: number;
  readonly length: number;
  readonly message: string;
}
