import type { RootContent } from 'mdast';
import { isNumbering } from '../../guide-types/find-tables.ts';
import { matchHeaders } from '../../guide-types/match-columns.ts';
import { valueParsers } from '../../guide-types/values/index.ts';
import { headerFor, valueText } from '../../guide-types/values/value-text.ts';
import type { SchemaNode, Source } from '../../model.ts';
import { type Composition, type JsonObject, nameIn } from './composition.ts';
import { inlineContent } from './inline-content.ts';
import { serializeCell } from './serialize.ts';

/** The columns of a table to be written: each with its header, and the property or unknown column it holds. */
interface Column {
  readonly header: string;
  /** Undefined for a column that counts the rows. */
  readonly key?: string;
}

export interface TableParts {
  readonly item: SchemaNode;
  readonly rows: readonly JsonObject[];
  readonly columns: NonNullable<Source['table']>['columns'];
  /** The headers as their author wrote them. */
  readonly headers: readonly string[] | undefined;
  /** Values that the scope reads from a header: names of the column, how to read them, the value. */
  readonly fromHeader: readonly {
    readonly names: readonly string[];
    readonly parse: string;
    readonly value: unknown;
  }[];
}

/** A table of rows under the headers that their author wrote, else under the schema's. */
export function tableBlock(parts: TableParts, composition: Composition): RootContent {
  const columns = columnsOf(parts, composition);
  const lines = [
    columns.map(({ header }) => cell(header)),
    columns.map(() => ':---'),
    ...parts.rows.map((row, index) =>
      columns.map(({ key }) => (key === undefined ? String(index + 1) : cellOf(parts.item, key, row, composition))),
    ),
  ];
  return { type: 'html', value: lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n') };
}

function columnsOf(parts: TableParts, composition: Composition): Column[] {
  const { item, rows, columns } = parts;
  const headers = parts.headers ?? [];
  const indexes = matchHeaders(headers, columns);
  const propertyAt = new Map([...indexes].map(([property, index]) => [index, property]));
  const written: Column[] = headers.map((header, index) => {
    const key = propertyAt.get(index) ?? (header || String(index + 1));
    const counts = !propertyAt.has(index) && isNumbering(header) && !rows.some((row) => Object.hasOwn(row, key));
    return { header, ...(!counts && { key }) };
  });
  for (const [property, names] of Object.entries(columns)) {
    if (typeof names === 'string' || indexes.has(property)) continue;
    const isNeeded = parts.headers === undefined && (item.required?.includes(property) ?? false);
    if (!isNeeded && !rows.some((row) => Object.hasOwn(row, property))) continue;
    written.push({ header: headerOf(property, names, parts, composition), key: property });
  }
  const known = new Set([...Object.keys(item.properties ?? {}), ...written.flatMap(({ key }) => key ?? [])]);
  for (const key of new Set(rows.flatMap((row) => Object.keys(row))))
    if (!known.has(key)) written.push({ header: key, key });
  return written;
}

function headerOf(property: string, names: readonly string[], parts: TableParts, composition: Composition): string {
  const node = composition.type.resolve(parts.item.properties?.[property] ?? {});
  const told = parts.fromHeader.filter((source) => source.names.some((name) => names.includes(name)));
  const suits = (header: string): boolean =>
    told.every(({ parse, value }) => value === undefined || valueParsers[parse]?.(header, { header })?.value === value);
  const name = nameIn(names, composition);
  const values = parts.rows.map((row) => row[property]);
  const [first] = told;
  return headerFor(name, node, values, suits) ?? (typeof first?.value === 'string' ? `${name} (${first.value})` : name);
}

function cellOf(item: SchemaNode, key: string, row: JsonObject, composition: Composition): string {
  const node = composition.type.resolve(item.properties?.[key] ?? {});
  const text = valueText(node, row[key], composition.isJapanese);
  return node.contentMediaType === undefined ? cell(text) : markdownCell(text);
}

/** The Markdown of a plain text in a cell. */
export function cell(text: string): string {
  return text === '' ? '' : serializeCell(inlineContent(text, 'cell'));
}

/** Markdown that came from a cell goes into one as it is; what could not have come from one is made to fit. */
function markdownCell(markdown: string): string {
  return markdown.replaceAll(/\s*\n\s*/g, '<br>').replaceAll(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|');
}
