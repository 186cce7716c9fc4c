import type { Guide, GuideTypeInfo, JsonPointer, SchemaNode } from '../model.ts';
import { dotted, type GuideRows } from './guide-tables.ts';

/** A table as guide types describe it: `''` is the table of the guides, every other one an array of objects. */
export interface TableOutline {
  readonly name: string;
  /** Names of the tables whose rows its rows stand in, outermost first; the table of guides is not counted. */
  readonly parents: readonly string[];
  /** Dotted names, in schema order, then those that only occur in values. */
  readonly columns: readonly string[];
  /** Columns whose values the schema keeps from readers (`x-view: hidden`): written only where they are asked for. */
  readonly hiddenColumns: readonly string[];
}

interface GrowingTable {
  readonly name: string;
  readonly parents: readonly string[];
  readonly columns: Set<string>;
  readonly hiddenColumns: Set<string>;
}

type Growing = Map<string, GrowingTable>;

/** What people call a table; the one of the guides is `guides`. */
export function tableName({ name }: TableOutline): string {
  return name === '' ? 'guides' : name;
}

/** A schema may refer to itself; no guide nests deeper than this. */
const deepest = 8;

/** The tables that hold these guides, the schemas' own first; of several types they are united by name. */
export function outlineTables(guides: readonly Guide[], rows: readonly GuideRows[]): TableOutline[] {
  const tables: Growing = new Map();
  openTable(tables, '', []);
  for (const type of new Set(guides.map((guide) => guide.type))) addFromSchema(tables, type);
  for (const guide of rows) addFromValues(tables, guide);
  return [...tables.values()].map((table) => ({
    ...table,
    columns: [...table.columns],
    hiddenColumns: [...table.hiddenColumns],
  }));
}

function openTable(tables: Growing, name: string, parents: readonly string[]): GrowingTable {
  const table = tables.get(name) ?? { name, parents, columns: new Set(), hiddenColumns: new Set() };
  tables.set(name, table);
  return table;
}

/** The table that a part of the schema belongs to. */
interface Target {
  readonly table: string;
  readonly parents: readonly string[];
  readonly hidden: boolean;
}

function addFromSchema(tables: Growing, type: GuideTypeInfo): void {
  function add(pointer: JsonPointer, to: Target, name: string, depth: number): void {
    const node = type.nodeAt(pointer);
    if (node === undefined || depth > deepest) return;
    const { table, parents } = to;
    const kind = kindOf(node);
    const hidden = to.hidden || node['x-view'] === 'hidden';
    if (kind === 'object') {
      for (const key of Object.keys(node.properties ?? {})) {
        add(`${pointer}/${escapeKey(key)}`, { ...to, hidden }, dotted(name, key), depth + 1);
      }
      return;
    }
    const element = kind === 'array' ? type.nodeAt(`${pointer}/0`) : undefined;
    if (element !== undefined && kindOf(element) === 'object') {
      const inner = dotted(table, name);
      const innerParents = table === '' ? [] : [...parents, table];
      openTable(tables, inner, innerParents);
      add(`${pointer}/0`, { table: inner, parents: innerParents, hidden }, '', depth + 1);
    } else if (name !== '') openTable(tables, table, parents)[hidden ? 'hiddenColumns' : 'columns'].add(name);
  }
  add('', { table: '', parents: [], hidden: false }, '', 0);
}

function addFromValues(tables: Growing, guide: GuideRows): void {
  const names = [...guide.keys()];
  for (const [name, rows] of guide) {
    const parents = names.filter((other) => other !== '' && name.startsWith(`${other}.`) && other !== name);
    const { columns, hiddenColumns } = openTable(tables, name, parents);
    for (const row of rows)
      for (const [column, value] of row.cells) if (!isEmpty(value) && !hiddenColumns.has(column)) columns.add(column);
  }
}

/** Nothing is lost without it, and an empty array may be one of objects, which is no column. */
const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

function kindOf(node: SchemaNode): 'object' | 'array' | 'scalar' {
  const types = [node.type ?? []].flat();
  if (node.properties !== undefined || types.includes('object')) return 'object';
  if (node.items !== undefined || types.includes('array')) return 'array';
  return 'scalar';
}

const escapeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
