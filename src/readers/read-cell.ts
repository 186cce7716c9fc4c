import { valueParsers } from '../guide-types/values/index.ts';
import type { SchemaNode } from '../model.ts';
import { isEmpty } from '../revise/leaves.ts';
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
  const types = typesOf(node);
  if (Array.isArray(current) || types.includes('array')) return readList(text, current, node?.items);
  if (text.trim() === '') return { value: undefined };
  if (typeof current === 'number' || types.some(isNumeric)) return readNumber(text);
  if (typeof current === 'boolean' || types.includes('boolean')) return readBoolean(text);
  return { value: readDay(unguardFormula(text), current, node) };
}

function typesOf(node: SchemaNode | undefined): readonly string[] {
  return [node?.type ?? []].flat();
}

const isNumeric = (type: string): boolean => type === 'number' || type === 'integer';

function readList(text: string, current: unknown, element: SchemaNode | undefined): ReadCell {
  const elements: readonly unknown[] = Array.isArray(current) ? current : [];
  // `a; b` may then be one element or two.
  if (elements.some((one) => String(one).includes(';'))) return { fault: 'list' };
  const items = text
    .split(';')
    .map((item) => unguardFormula(item.trim()))
    .filter((item) => item !== '');
  const isOfNumbers =
    elements.length > 0 ? elements.every((one) => typeof one === 'number') : typesOf(element).some(isNumeric);
  if (!isOfNumbers) return { value: items };
  const numbers = items.map(plainNumber);
  return numbers.every(Number.isFinite) ? { value: numbers } : { fault: 'number' };
}

function readNumber(text: string): ReadCell {
  const value = plainNumber(text);
  return Number.isFinite(value) ? { value } : { fault: 'number' };
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
  // What stands there in another way is not read as a day, and may stay so.
  const isFree = isEmpty(current) || /^\d{4}-\d\d-\d\d$/.test(String(current));
  const isDay = node?.['x-parse'] === 'date' || (node?.format === 'date' && isFree);
  const day = isDay ? valueParsers.date?.(text, { header: '' })?.value : undefined;
  return typeof day === 'string' ? day : text;
}

function unix(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}
