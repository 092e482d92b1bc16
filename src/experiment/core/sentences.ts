import english from '../../language/en/complaints.json' with { type: 'json' };
import type { Complaint, ComplaintCode } from './complaints';

const texts: Readonly<Record<ComplaintCode, string>> = english;

/** One complaint as an English sentence that names the field, the value and what is allowed. */
export const sentence = (complaint: Complaint): string => fillMessage(texts[complaint.code], complaint);

/** The message of a complaint, in any language, with its placeholders filled in. */
export function fillMessage(message: string, { field, value, allowed }: Complaint): string {
  const values: Readonly<Record<string, string | number>> = { ...allowed, field, value };
  return message.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key]));
}
