import type { SchemaNode } from '../../model.ts';
import { valueParsers } from './index.ts';

/**
 * The text that `x-parse` reads as this value: the text it was read from where that is kept beside it, otherwise one in
 * the plainest form. Empty for no value.
 */
export function valueText(node: SchemaNode, value: unknown, isJapanese: boolean): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((item) => valueText({}, item, isJapanese)).join(isJapanese ? '、' : ', ');
  if (typeof value === 'object') {
    const { text, value: inner } = value as { text?: unknown; value?: unknown };
    return typeof text === 'string' ? text : valueText(node, inner, isJapanese);
  }
  if (node['x-parse'] === 'percent') return `${String(value)}%`;
  if (typeof value === 'boolean') return value ? '○' : '×';
  return String(value);
}

/** What a column header may say of the unit of bare numbers below it. */
const units = ['万円', '円', '$', '$k', '€', '€k', '£', '£k'];

/**
 * A header under which all texts of a column read as their values, and that `suits` accepts: the name itself, or the name
 * with a unit behind it. Undefined when there is none.
 */
export function headerFor(
  name: string,
  node: SchemaNode,
  values: readonly unknown[],
  suits: (header: string) => boolean,
): string | undefined {
  const parser = node['x-parse'] === undefined ? undefined : valueParsers[node['x-parse']];
  const reads = (header: string): boolean =>
    values.every((value) => {
      if (!parser || typeof value !== 'object' || value === null || !('text' in value)) return true;
      const { text, ...own } = value as Record<string, unknown>;
      const read = parser(String(text), { header })?.value;
      const parts = typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : { value: read };
      return Object.entries(own).every(([key, part]) => parts[key] === part);
    });
  const headers = [name, ...units.map((unit) => `${name} (${unit})`)];
  return headers.find((header) => reads(header) && suits(header));
}
