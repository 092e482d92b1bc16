import { flag, oneOf } from '../core/expectations';
import { isShortFormat, normalizePrecision, numberFormats, roundings } from '../core/precision';
import type { Fields, Reader } from './reader';
import type { NumberFormat, RunPrecision } from '../core/types';

const anyFormat = oneOf(numberFormats);

/** The precision of a run, a format by itself or with how it is used; undefined if it has none. */
export function readPrecision(reader: Reader, field: string, value: unknown): RunPrecision | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') {
    const format = reader.read(field, value, anyFormat, null);
    return format === null ? undefined : { format };
  }
  const fields = reader.fields(field, value, ['format', 'rounding', 'master']);
  const format = fields && reader.required(`${field}.format`, fields.get('format'), anyFormat);
  return fields && format !== null ? withOptions(reader, field, format, fields) : undefined;
}

/** Rounding and a master copy; a format that leaves no choice of them gets a complaint. */
function withOptions(reader: Reader, field: string, format: NumberFormat, fields: Fields): RunPrecision {
  if (!isShortFormat(format))
    for (const key of ['rounding', 'master'])
      if (fields.has(key)) reader.add(`${field}.${key}`, fields.get(key), 'onlyShort', { allowed: 'format' });
  const stored = reader.read(`${field}.rounding`, fields.get('rounding'), oneOf(roundings), undefined) === 'stored';
  const master = reader.read(`${field}.master`, fields.get('master'), flag, false);
  return normalizePrecision({ format, ...(stored && { rounding: 'stored' }), ...(master && { master }) });
}
