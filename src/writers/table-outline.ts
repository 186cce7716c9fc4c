import type { Guide, GuideTypeInfo, JsonPointer, SchemaNode } from '../model.ts';
import { dotted, type GuideRows } from './guide-tables.ts';

/** A table as guide types describe it: `''` is the table of the guides, every other one an array of objects. */
export interface TableOutline {
  readonly name: string;
  /** Names of the tables whose rows its rows stand in, outermost first; the table of guides is not counted. */
  readonly parents: readonly string[];
  /** Dotted names, in schema order, then those that only occur in values. */
  readonly columns: readonly string[];
}

type Growing = Map<string, { name: string; parents: readonly string[]; columns: Set<string> }>;

/** A schema may refer to itself; no guide nests deeper than this. */
const deepest = 8;

/** The tables that hold these guides, the schemas' own first; of several types they are united by name. */
export function outlineTables(guides: readonly Guide[], rows: readonly GuideRows[]): TableOutline[] {
  const tables: Growing = new Map();
  openTable(tables, '', []);
  for (const type of new Set(guides.map((guide) => guide.type))) addFromSchema(tables, type);
  for (const guide of rows) addFromValues(tables, guide);
  return [...tables.values()].map((table) => ({ ...table, columns: [...table.columns] }));
}

function openTable(tables: Growing, name: string, parents: readonly string[]): Set<string> {
  const table = tables.get(name) ?? { name, parents, columns: new Set<string>() };
  tables.set(name, table);
  return table.columns;
}

function addFromSchema(tables: Growing, type: GuideTypeInfo): void {
  function add(pointer: JsonPointer, table: string, parents: readonly string[], name: string, depth: number): void {
    const node = type.nodeAt(pointer);
    if (node === undefined || depth > deepest) return;
    const kind = kindOf(node);
    if (kind === 'object') {
      for (const key of Object.keys(node.properties ?? {})) {
        add(`${pointer}/${escapeKey(key)}`, table, parents, dotted(name, key), depth + 1);
      }
      return;
    }
    const element = kind === 'array' ? type.nodeAt(`${pointer}/0`) : undefined;
    if (element !== undefined && kindOf(element) === 'object') {
      const inner = dotted(table, name);
      const innerParents = table === '' ? [] : [...parents, table];
      openTable(tables, inner, innerParents);
      add(`${pointer}/0`, inner, innerParents, '', depth + 1);
    } else if (name !== '') openTable(tables, table, parents).add(name);
  }
  add('', '', [], '', 0);
}

function addFromValues(tables: Growing, guide: GuideRows): void {
  const names = [...guide.keys()];
  for (const [name, rows] of guide) {
    const parents = names.filter((other) => other !== '' && name.startsWith(`${other}.`) && other !== name);
    const columns = openTable(tables, name, parents);
    for (const row of rows) for (const [column, value] of row.cells) if (!isEmpty(value)) columns.add(column);
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
