import { valueParsers } from '../guide-types/values/index.ts';
import type { SchemaNode } from '../model.ts';
import { cellText } from '../writers/csv-text.ts';
import { unguardFormula } from '../writers/guard-formula.ts';

/** What a cell says, or why it says nothing that the value could be. */
export type ReadCell = { readonly value: unknown } | { readonly fault: 'number' | 'boolean' | 'list' | 'cut' };

/** Excel keeps no more of a cell. Unit: UTF-16 units. */
const longestCell = 32_767;

/** Reads a cell as the kind of value that stands in the guide, looking past what spreadsheets change by themselves. */
export function readCell(cell: string, current: unknown, node: SchemaNode | undefined): ReadCell {
  const text = unix(cell);
  if (text === unix(cellText(current))) return { value: current };
  if (text.length >= longestCell - 1 && cellText(current).length > longestCell) return { fault: 'cut' };
  const types = [node?.type ?? []].flat();
  if (Array.isArray(current) || types.includes('array')) return readList(text, current);
  if (text.trim() === '') return { value: undefined };
  if (typeof current === 'number' || (current !== 0 && types.some((type) => type === 'number' || type === 'integer')))
    return readNumber(text);
  if (typeof current === 'boolean' || types.includes('boolean')) return readBoolean(text);
  return { value: readDay(unguardFormula(text), current, node) };
}

function readList(text: string, current: unknown): ReadCell {
  const elements: readonly unknown[] = Array.isArray(current) ? current : [];
  // `a; b` may then be one element or two.
  if (elements.some((element) => String(element).includes(';'))) return { fault: 'list' };
  const items = text
    .split(';')
    .map((item) => unguardFormula(item.trim()))
    .filter((item) => item !== '');
  if (!elements.every((element) => typeof element === 'number') || elements.length === 0) return { value: items };
  const numbers = items.map(plainNumber);
  return numbers.some(Number.isNaN) ? { fault: 'number' } : { value: numbers };
}

function readNumber(text: string): ReadCell {
  const value = plainNumber(text);
  return Number.isNaN(value) ? { fault: 'number' } : { value };
}

/** A spreadsheet may have given the number a format: `¥5,000,000`. */
function plainNumber(text: string): number {
  const plain = text.normalize('NFKC').replaceAll(/[\s,¥$€£円]/gu, '');
  return plain === '' ? Number.NaN : Number(plain);
}

function readBoolean(text: string): ReadCell {
  const word = text.trim().toLowerCase();
  if (/^(?:true|1|yes|はい)$/u.test(word)) return { value: true };
  return /^(?:false|0|no|いいえ)$/u.test(word) ? { value: false } : { fault: 'boolean' };
}

/** A spreadsheet that knows a date shows it in its own way: `2024/5/15`. */
function readDay(text: string, current: unknown, node: SchemaNode | undefined): string {
  const isDay = node?.['x-parse'] === 'date' || node?.format === 'date';
  const day = isDay ? valueParsers.date?.(text, { header: '' })?.value : undefined;
  return typeof day === 'string' && (current === undefined || /^\d{4}-\d\d-\d\d$/.test(String(current))) ? day : text;
}

function unix(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}
