import type { AST } from 'toml-eslint-parser';
import { setOwn } from '../own-property.ts';

type Table = Record<string, unknown>;

/**
 * The value of a TOML file that the parser has accepted; dates become ISO 8601 text, as JSON has no dates. The parser's
 * own function for it would write a table `[__proto__]` into what all objects inherit.
 */
export function tomlValue(top: AST.TOMLTopLevelTable): Table {
  const root: Table = {};
  for (const entry of top.body) {
    if (entry.type === 'TOMLKeyValue') addEntry(root, entry);
    else {
      const table = tableOf(root, entry);
      for (const inner of entry.body) addEntry(table, inner);
    }
  }
  return root;
}

/** The names of a dotted key. */
export function namesOf({ keys }: AST.TOMLKey): string[] {
  return keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value));
}

function addEntry(table: Table, { key, value }: AST.TOMLKeyValue): void {
  const names = namesOf(key);
  const last = names.pop() ?? '';
  setOwn(names.reduce(entered, table), last, read(value));
}

function tableOf(root: Table, { key, kind }: AST.TOMLTable): Table {
  const names = namesOf(key);
  if (kind !== 'array') return names.reduce(entered, root);
  const last = names.pop() ?? '';
  const parent = names.reduce(entered, root);
  const items = Object.hasOwn(parent, last) ? parent[last] : undefined;
  const item: Table = {};
  if (Array.isArray(items)) items.push(item);
  else setOwn(parent, last, [item]);
  return item;
}

/** The table at a name, made where there is none; of several, the one that was begun last. */
function entered(table: Table, name: string): Table {
  const found = Object.hasOwn(table, name) ? table[name] : undefined;
  const inner: unknown = Array.isArray(found) ? found.at(-1) : found;
  if (inner !== undefined) return inner as Table;
  const made: Table = {};
  setOwn(table, name, made);
  return made;
}

function read(node: AST.TOMLContentNode): unknown {
  if (node.type === 'TOMLArray') return node.elements.map(read);
  if (node.type === 'TOMLInlineTable') {
    const table: Table = {};
    for (const entry of node.body) addEntry(table, entry);
    return table;
  }
  // As it is written: a time of day has no date, and most times belong to no zone.
  return 'datetime' in node ? node.datetime.toUpperCase().replace(' ', 'T') : node.value;
}
