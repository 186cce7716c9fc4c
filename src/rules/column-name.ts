import type { Guide, JsonPointer } from '../model.ts';
import { nameInLanguage } from './name-in-language.ts';

/** The header that a guide in its language would give a table's column; undefined for one that shares another's cells. */
export function columnName({ type, document }: Guide, table: JsonPointer, property: string): string | undefined {
  const source = type.nodeAt(table)?.['x-source'];
  const known = source?.table?.columns[property] ?? source?.questions?.[property as 'question' | 'answer'];
  if (known === undefined || typeof known === 'string') return undefined;
  return nameInLanguage(known, document);
}

/** The headers that a table of the guide should have, in the schema's order. */
export function columnNames(guide: Guide, table: JsonPointer): string[] {
  const source = guide.type.nodeAt(table)?.['x-source'];
  const properties = Object.keys(source?.table?.columns ?? source?.questions ?? {});
  return properties.flatMap((property) => columnName(guide, table, property) ?? []);
}
