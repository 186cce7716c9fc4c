import type { TableRow } from 'mdast';
import { normalizeHeading } from '../guide-types/normalize-heading.ts';
import { inlineText } from '../guide-types/text-of.ts';
import { valueParsers } from '../guide-types/values/index.ts';
import type { SchemaNode } from '../model.ts';
import { align } from './align.ts';
import { mostFrequent } from './cluster-headings.ts';
import { byLanguage, type Region } from './learn-sections.ts';
import { always } from './learn-value.ts';
import { propertyName } from './property-name.ts';

interface Column {
  readonly headers: string[];
  /** Of all tables. */
  readonly share: number;
  readonly cells: readonly { readonly text: string; readonly header: string }[];
}

interface Table {
  readonly outline: Region['outline'];
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const rowNumber = /^(?:no\.?|number|番号|#|)$/iu;

/** The columns that the tables of a section have in common, with what stands in them. */
export function learnTable(regions: readonly Region[]): { readonly source: object; readonly items: SchemaNode } {
  const tables = regions.flatMap(tablesOf);
  const [first = [], second] = byLanguage(tables).map(columnsOf);
  const columns = second ? translated(first, second) : first;
  const taken = new Set<string>();
  const named = columns.map((column) => {
    const key = propertyName(column.headers, taken);
    taken.add(key);
    return { key, column };
  });
  const required = named.filter(({ column }) => column.share >= always && isFilled(column)).map(({ key }) => key);
  return {
    source: { table: { columns: Object.fromEntries(named.map(({ key, column }) => [key, column.headers])) } },
    items: {
      type: 'object',
      ...(required.length > 0 && { required }),
      properties: Object.fromEntries(named.map(({ key, column }) => [key, cellSchema(column)])),
    },
  };
}

function tablesOf({ parts, outline }: Region): Table[] {
  const { text } = outline.document.source;
  const texts = (row: TableRow): string[] => row.children.map((cell) => inlineText(cell, text));
  return parts.flatMap(({ node }): Table[] => {
    if (node.type !== 'table') return [];
    const [header, ...rows] = node.children;
    return header ? [{ outline, headers: texts(header), rows: rows.map(texts) }] : [];
  });
}

/** Columns whose headers are equal once normalized, or that stand in the same place of tables of the same width. */
function columnsOf(tables: readonly Table[]): Column[] {
  const groups = new Map<string, { position: number; header: string; table: Table; index: number }[]>();
  for (const table of tables) {
    for (const [index, header] of table.headers.entries()) {
      if (rowNumber.test(header)) continue;
      const [form = header] = normalizeHeading(header.replace(/\s*[(（].*$/u, '')).forms;
      groups.set(form, [...(groups.get(form) ?? []), { position: index, header, table, index }]);
    }
  }
  const least = tables.length < 3 ? 1 : Math.max(2, tables.length * 0.2);
  const usual = [...groups.values()].filter((group) => group.length >= least);
  return usual
    .map((group) => ({
      position: group.reduce((sum, { position }) => sum + position, 0) / group.length,
      column: {
        headers: mostFrequent(group.map(({ header }) => header.replace(/\s*[(（].*$/u, '').trim() || header)),
        share: group.length / tables.length,
        cells: group.flatMap(({ table, index, header }) =>
          table.rows.map((row) => ({ text: row[index] ?? '', header })),
        ),
      },
    }))
    .sort((a, b) => a.position - b.position)
    .map(({ column }) => column);
}

/** The columns of both languages, those that most tables have joined by their order; a rare one has no counterpart. */
function translated(first: readonly Column[], second: readonly Column[]): Column[] {
  const isUsual = ({ share }: Column): boolean => share >= 0.5;
  const likeness = (a: Column, b: Column): number => (parserOf(a.cells) === parserOf(b.cells) ? 1 : 0.5);
  return [
    ...align(first.filter(isUsual), second.filter(isUsual), likeness).flatMap(([a, b]) => joined(a, b)),
    ...[...first, ...second].filter((column) => !isUsual(column)),
  ];
}

function joined(a: Column | undefined, b: Column | undefined): Column[] {
  if (!a || !b) return [a ?? b].flatMap((one) => (one ? [{ ...one, share: one.share / 2 }] : []));
  return [
    { headers: [...a.headers, ...b.headers], share: Math.min(a.share, b.share), cells: [...a.cells, ...b.cells] },
  ];
}

function isFilled({ cells }: Column): boolean {
  return cells.filter(({ text }) => text !== '').length >= cells.length * 0.98;
}

type Cells = Column['cells'];

function cellSchema({ cells }: Column): SchemaNode {
  const parser = parserOf(cells);
  if (parser === undefined) return { type: 'string' };
  const range = { min: { type: ['number', 'null'] }, max: { type: ['number', 'null'] } };
  const text = { type: 'string' };
  switch (parser) {
    case 'mark':
      return { 'x-parse': parser, type: 'boolean' };
    case 'date':
      return { 'x-parse': parser, type: 'string', format: 'date' };
    case 'money-range':
      return parsed(parser, { ...range, openEnded: { type: 'boolean' }, text });
    case 'year-range':
      return parsed(parser, { ...range, text });
    default: {
      const type = parser === 'integer' ? 'integer' : 'number';
      const isBare = cells.every((cell) => /^[\d.,０-９．，]*$/u.test(cell.text));
      return isBare ? { 'x-parse': parser, type } : parsed(parser, { value: { type }, text });
    }
  }
}

function parsed(parser: string, properties: Readonly<Record<string, SchemaNode>>): SchemaNode {
  return { 'x-parse': parser, type: 'object', required: Object.keys(properties), properties };
}

/** The first parser that reads nearly all cells as a whole. */
function parserOf(cells: Cells): string | undefined {
  const filled = cells.filter(({ text }) => text !== '');
  if (filled.length < 2) return undefined;
  return ['mark', 'date', 'percent', 'integer', 'number', 'year-range', 'money-range'].find(
    (parser) => filled.filter((cell) => reads(parser, cell)).length >= filled.length * 0.97,
  );
}

function reads(parser: string, { text, header }: Cells[number]): boolean {
  const value = valueParsers[parser]?.(text, { header });
  if (!value || (value.text !== undefined && value.text !== text.normalize('NFKC'))) return false;
  // A sentence that begins with a number is no number.
  const unit = text.normalize('NFKC').replace(/^[+-]?[\d.,]+\s*/, '');
  if (parser === 'integer' || parser === 'number') return unit.length <= 10 && /^\p{L}*\.?$/u.test(unit);
  return true;
}
